"""A serial port that stays open: opened when it is there, given up when it is pulled out, tried again by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort

from app.qt.words import mark

FIRST_RETRY_MS = 500
LAST_RETRY_MS = 8000

_PARITIES = {
    "none": QSerialPort.Parity.NoParity,
    "even": QSerialPort.Parity.EvenParity,
    "odd": QSerialPort.Parity.OddParity,
}
_DATA_BITS = {7: QSerialPort.DataBits.Data7, 8: QSerialPort.DataBits.Data8}
_STOP_BITS = {1: QSerialPort.StopBits.OneStop, 2: QSerialPort.StopBits.TwoStop}
_REASONS = {
    QSerialPort.SerialPortError.DeviceNotFoundError: mark("The port is not there."),
    QSerialPort.SerialPortError.PermissionError: mark(
        "Another program holds the port, or this user may not open it."
    ),
    QSerialPort.SerialPortError.ResourceError: mark("The port was pulled out."),
}
"""Why a port does not answer; for what is rarer the system has words of its own."""


@dataclass(frozen=True, slots=True)
class Wire:
    """How a port is opened.

    Attributes:
        port: The port's name: "COM3", "ttyACM0", or a path as /dev/serial/by-id/..., which stays the same
            wherever the device is plugged in.
        baud: Bits a second.
        data_bits: 7 or 8.
        parity: "none", "even" or "odd".
        stop_bits: 1 or 2.
    """

    port: str
    baud: int = 9600
    data_bits: int = 8
    parity: str = "none"
    stop_bits: int = 1


class SerialLine(QObject):
    """Keeps a port open and hands on what arrives.

    Args:
        wire: How the port is opened.
        answers: Whether something is also sent.

    Signals:
        arrived: (bytes) what came, in whatever pieces.
        connected: whether the port is open, at every change; with the reason when it is not, an English sentence (`said`).
    """

    arrived = Signal(bytes)
    connected = Signal(bool, str)

    def __init__(self, wire: Wire, parent: QObject | None = None, *, answers: bool = False) -> None:
        super().__init__(parent)
        self._wire = wire
        self._mode = QIODevice.OpenModeFlag.ReadWrite if answers else QIODevice.OpenModeFlag.ReadOnly
        self._wanted = False
        self._open: bool | None = None
        self._pause = FIRST_RETRY_MS
        self._port = QSerialPort(self)
        self._port.readyRead.connect(self._read)
        self._port.errorOccurred.connect(self._failed)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._try)

    def start(self) -> None:
        """Open the port, now or as soon as it is there; `connected` tells."""
        self._wanted = True
        self._pause = FIRST_RETRY_MS
        self._try()

    def stop(self) -> None:
        """Close the port."""
        self._wanted = False
        self._retry.stop()
        self._port.close()
        self._tell(False, "")

    def send(self, data: bytes) -> bool:
        """Send something; False where the port is away, or where what was sent before has not left yet."""
        if not self._port.isOpen() or self._port.bytesToWrite():
            return False
        return self._port.write(data) == len(data)

    def _try(self) -> None:
        wire, port = self._wire, self._port
        port.setPortName(wire.port)
        port.setBaudRate(wire.baud)
        port.setDataBits(_DATA_BITS[wire.data_bits])
        port.setParity(_PARITIES[wire.parity])
        port.setStopBits(_STOP_BITS[wire.stop_bits])
        if port.open(self._mode):
            self._pause = FIRST_RETRY_MS
            self._tell(True, "")
        else:
            self._again(self._reason(port.error()))

    def _failed(self, error: QSerialPort.SerialPortError) -> None:
        """Close a port that was pulled out; what fails while it is being opened is told there."""
        if error is QSerialPort.SerialPortError.NoError or not self._port.isOpen():
            return
        if error is QSerialPort.SerialPortError.ResourceError:
            why = self._reason(error)
            self._port.close()
            self._again(why)

    def _reason(self, error: QSerialPort.SerialPortError) -> str:
        return _REASONS.get(error) or f"{self._port.errorString()}."

    def _again(self, why: str) -> None:
        self._tell(False, why)
        if self._wanted:
            self._retry.start(self._pause)
            self._pause = min(2 * self._pause, LAST_RETRY_MS)

    def _tell(self, is_open: bool, why: str) -> None:
        if is_open is not self._open:
            self._open = is_open
            self.connected.emit(is_open, why)

    def _read(self) -> None:
        self.arrived.emit(bytes(self._port.readAll().data()))
