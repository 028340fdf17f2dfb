"""Labels in ZPL as another program sees them: drawn by zpl-renderer-js, in a process of Node.js that serves a whole test run."""

from __future__ import annotations

import atexit
import base64
import io
import json
import shutil
import subprocess
import threading
from functools import cache
from pathlib import Path

from PIL import Image

from app.documents.labels import FOUR_BY_SIX, Size

FOLDER = Path(__file__).resolve().parent
DOTS = {203: 8, 300: 12}
"""Dots a millimetre as makers of printers call them: those of 300 dpi have 11.8, so the sheet is asked for in dots."""
_asking = threading.Lock()


@cache
def _renderer() -> subprocess.Popen[str]:
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules" / "zpl-renderer-js").exists():
        raise RuntimeError("The renderer of ZPL is not here: run `make zpl`.")
    process = subprocess.Popen(
        [node, str(FOLDER / "render.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    atexit.register(process.kill)
    return process


def drawn(zpl: bytes, dpi: int, size: Size = FOUR_BY_SIX) -> list[Image.Image]:
    """Each label as a picture in grey, a dot of the printer a pixel.

    Raises:
        AssertionError: the renderer does not understand it.
    """
    wide, high = (round(side * dpi / 25.4) / DOTS[dpi] for side in (size.width, size.height))
    asked = {"zpl": zpl.decode(), "width": wide, "height": high, "dots": DOTS[dpi]}
    with _asking:
        process = _renderer()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
    assert "problem" not in answer, answer["problem"]
    return [Image.open(io.BytesIO(base64.b64decode(one))).convert("L") for one in answer["labels"]]
