<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
 <context>
  <name>Quai</name>
  <message>
   <source>+2 found, -2 lost</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A GS1 code without article or parcel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A badge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A count</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A credit note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A goods receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A line of a pick list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A location</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A paper waits until its printer is there; the work goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A parcel or pallet (SSCC)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A pick list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A plain code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A purchase order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A return</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A second packer joined, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A serial port</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A shipment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A supervisor says where papers come out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A test page was sent to {printer}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A tote</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acknowledge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acknowledge the message</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Active</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adjust</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adjusted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adjustments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Administrator</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>After every code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All lines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All other papers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Also here: {people}. A badge switches.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Amend</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An article number (GTIN)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An error in the program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another desk was first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another person signs in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As at first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As new</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Asked for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Attach to a product</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Attempts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Available</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Awaited</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Backspace</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barcodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Base data</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Before the last end.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Begin with an empty database</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Being packed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Being picked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Belongs to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Below reorder point</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Below the reorder point</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bench mode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Best before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blanks between them</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bringing the database up to date ...</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>By</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>COPY</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Came back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Came from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Came out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Can be promised</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Can ship now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancel order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancel printing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancel the order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancellation undone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancelled: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Carrier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change the search or the filters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Character that the scanner sends before every code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a day after today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another view.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the product that {code} stands for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Claim let go</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Claimed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clear all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Closed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Colours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Command card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Confirm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Confirm all as printed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Confirm as printed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Confirmed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Confirmed, shipment {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Connected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy the details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Country</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Country of origin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Credited, {number}: {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Currency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer PO</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer service</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer's reference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customs code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Del</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delivered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delivered, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delivery undone, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desk {code}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Did it come out?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Discontinued</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draft</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drafts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>E-mail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>EDI</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>End</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter a number of at least {least}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter or Tab</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Entered, {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Everything is picked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Everywhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Expected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exporting to {file}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fewer than {pieces}; else confirm the line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter; Delete takes it away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fragile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to {screen}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods here are for sale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods here are not for sale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods were missing in picking, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Handed over</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height in millimetres</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Held</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Held until {day}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Held: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High contrast</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold released</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Home</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many more or fewer there are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In fulfilment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In packs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Incoming</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Inspected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Internal note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It came out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It ends each code with Enter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It ends each code with Tab.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It ends each code with the suffix of this desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It lies nowhere.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It names the kind of barcode (AIM identifier).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It sends no AIM identifier; codes are told apart by their form.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It sends nothing after the code: set its suffix to Enter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It sends the prefix of this desk; typing is never taken for a scan.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It types fast: at most {ms} ms between two keys.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It types for another keyboard. The code was read rightly; have the scanner set to this desk's layout.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It types for another keyboard: set the scanner to this desk's layout. The code was read rightly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It types slowly, up to {ms} ms between two keys: shorten its pause between characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its name as the system knows it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep the password in this computer's keyring</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keys of this screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Label missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Label of parcel {position}, {sscc}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Labelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Larger</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Late</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave the fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length in millimetres</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Letters and digits arrive as they are printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lies here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Login</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look around in a sample company: 300 products, 80 customers, half a year of orders. Nothing of it is real.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Looked up as</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lost</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lot changed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lot {lot}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lot {lot} was scanned, {wanted} is to be picked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Made</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Made a draft again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make this desk known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make this desk known first; then say where its papers come out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Making the sample company</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name, SKU or barcode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Network address (port 9100)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New barcode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New product</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No orders here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No printer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No products</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None yet; they are made at the packing bench.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Normal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not allowed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not for this screen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not reserved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Note (optional)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is on order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is promised.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing lies in it yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing of these orders is reserved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing waits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing waits here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was moved yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was reserved for {order}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number on the paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number or customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number, customer, parcel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number, customer, reference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On hold and left out: {numbers}. Release the hold first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On pick list {pick_list}, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open lists</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open the customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open the order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open the sample company</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open what it belongs to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Opened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Opened again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Opening ...</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Or begin with your own: make the first administrator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ordered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ordered on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Out of stock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Owner of the file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PIN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packed by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packed shipments wait here until they are handed over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packed, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packing begun, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packing left, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packing opened again, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packing slip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packing slips</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Page back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Page down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Page on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Page up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel labelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel opened again, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel {position}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Part shipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Part {done}/{of}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Password</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Password, 10 characters or more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path of a folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Person and desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pick list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pick lists</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pick undone, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picked, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picker</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picking goes on, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pieces</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pieces it stands for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Place</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Place and lot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Planned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prefix</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Press Ctrl+N to add one, or import a file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Press Ctrl+N to take one, or choose another view.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Preview</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Preview label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print at this desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print packing slip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printed note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printer idle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printer of the system</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printers of this desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Priority</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Product</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Products</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Progress</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Promise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Promise taken back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Promised</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Promised to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quarantine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quote</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quote accepted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reading</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ready</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recall shipment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipt of return {number} undone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Received</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Refused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Release hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Release to picking</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Released</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reorder point</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report short</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reprint as COPY</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Requested</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reservation taken back, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reserve</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reserve what there is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reserved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reserved orders come by themselves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Results</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return labels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return {number} inspected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return {number} received</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return {number} requested</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return {number} to be inspected again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Returns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SKU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Say which printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan any barcode.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan or type a barcode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan or type it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scanned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scanner</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scanner setting.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scanner settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scanner test</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scrap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search and commands</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search everything</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search orders, products, customers, parcels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search orders, products, customers, parcels, or a command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Select</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial numbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial port</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Set the books</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settle shortage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ship</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ship today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipped, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipping label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipping labels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipping undone, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short by {pieces}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smaller</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Space</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>State</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stock card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stock keeper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stock levels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Supervisor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tab</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take over</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take the barcode away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take this move back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Taken back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Taken off the pick list, {shipment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tax code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Telephone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Test page</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Test the scanner</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The check digit of the article number is wrong: read it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The check digit of the parcel number is wrong: read it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The customer is blocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database cannot be opened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The export was stopped; no file was left behind.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The hold of {order} is released.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The keyboard</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The label's expiry date does not exist.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The list is done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The parts of the GS1 code run together: let the scanner send the separator (FNC1) as GS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The password again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The place is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The printer is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The product is added.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The scanner's port does not answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The screen before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The separator of GS1 codes (FNC1) arrives.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The shipments wait at the packing bench. Esc goes back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The shortage of {sku} is settled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The two passwords differ. Type it once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no place {place}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no reason to choose; add one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to undo here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This command does nothing here: {command}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This could not be read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This desk calls itself {code}; it is not known to the others yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This desk is {code}, {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is the sample company. Sign in as samir (supervisor), claire (orders), marie (packing) or zoe (returns); the password is filled in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This should not have happened. What was saved is safe, and you can go on. Tell the number {number} to whoever looks after Quai.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timeline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To be inspected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To pack</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To pick</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To place</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To release</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To ship</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tomorrow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tracked by lot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tracked by serial number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tracking</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tracking {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try a product, one of our own papers, and, if goods carry them, a GS1 code with lot and date.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two labels came in one reading.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two letters, as FR</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo delivered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo handing over</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unknown code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unreserve</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Until (optional)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Urgent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Volume of the bench sounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting until {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waits for stock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waits until {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wanted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Web shop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight in grams</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Welcome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is printed anywhere stands here, with the reason where it does not come out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is received, moved or shipped stands here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What one of it is called: piece, bottle, bag</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where it lies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which place?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole page</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width in millimetres</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>With promises</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Worn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a day: 13/3, +2, tomorrow or Friday.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a login: a short name without spaces.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a whole number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write an amount as 12.50, without thousands.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write how many pieces the code stands for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write your login.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write your name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong lot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong product.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yesterday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You may not see this screen. Ask a supervisor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You were away for a while.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>best before {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>beyond repair</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>blocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>complete and sound</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>complete only</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>day after tomorrow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>expired</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>for sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>host:port, as 192.168.1.20:9100</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>late</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>lot {lot}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>not chosen yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>number {serial}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>of {wanted}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>own delivery</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>quarantine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>required</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sealed, untouched</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>second choice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>to be put right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>tomorrow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>until in a week</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>until today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>until tomorrow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>until {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>within a month</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>within a week</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>within two weeks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} came twice within a moment and counts once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} means nothing here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} stands for nothing now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} stands for {sku} now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{done} of {all} shipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{done} of {lines}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{done} of {of} lines can ship</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{held} claimed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} works here now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is left out. {lacking}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is off the list: {state}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is sent to the printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} cancelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{packed} of {all} packed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{packs} × {size}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{paper}: kind of printer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{paper}: which printer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{picked} of {wanted}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place} is marked to be counted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place} is not on this list. Go to {wanted}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place} is right. Take {pieces} of {sku}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place}: {pieces} of {sku} {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} of {sku} promised no more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{reason}, until {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{rows} rows written to {file}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{shipment} joined into {into}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{shipment} split, the rest is {new}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{shipment} stays reserved: {skus} is not where it should be.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} in {place}: {counted} counted, the books said {expected}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} is right. Enter confirms {pieces}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} is saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} lies nowhere yet. Take it in under Goods in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} was scanned, {wanted} is to be picked from {place}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {wanted} wanted, {free} free</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{total} incl. {tax} tax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{why} It is tried again by itself.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n are to be taken from other places: see this list.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n copies printed</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n copies sent to the printer.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n follow as a backorder.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n found of {sku} in {place}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines left.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines on {number}. Print it with Ctrl+P.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} carried from {place} to {target}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders are drafts again.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders cancelled.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders confirmed.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders held.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders reserved in part.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders reserved.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n packing slips sent to the printer.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers are tried again.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers come out at this desk.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers noted as printed.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers taken out of the queue.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are back in their place.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are promised no more. Waiting again: {numbers}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are still claimed for picking. Report them short there.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} cancelled</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} restored</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of {sku} are missing.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces picked.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces reserved, {shipment}</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n refused.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scans were not answered when the program ended: {codes}. Look, and scan again.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n selected</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are back, packed.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are on their way again.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are ready to pack.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments called back.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments handed over.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments noted as delivered.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments of {number} are ready to pack.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments: taken back.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n short.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n taken off of {sku} in {place}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Labels of %n shipments sent to the printer.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Nothing to do for %n.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Pick list {number} with %n tasks.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Reservation of %n orders taken back.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more lines</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{shipment} waits for %n pieces, since it ships complete.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>'{group_key}' stands in {names} line {line} already</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{told}' here, but '{first}' where order {number} begins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{verb}' is not possible: it is not there, not {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{verb}' is not possible: it is {state}, not {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A GTIN has 8, 12, 13 or 14 digits; the last checks the others. Scan or type it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A credit limit is zero or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A database in memory cannot be saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A job needs a kind.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A job's payload must be JSON text.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A lot is counted twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A parcel does not weigh {weight_g} g.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A parcel of {number} is open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A person needs at least one role.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A pick list is for shipments of one warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A place in the walk is a number of at least 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A price is zero or more, with at most {UNIT_PRICE_DECIMALS} decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A quote reserves nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A reason to {kind} is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A serial number is given twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A split moves something and leaves something.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A {what} has 1 to {CODE_LENGTH} printable characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add a product.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add another place instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add the two counts up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adjust each number that is missing or found.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All connections of this desk are busy.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An SSCC has 18 digits; the last one is the check digit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An order needs at least one line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another desk changed {sku} meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another desk just took these goods for a shipment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another desk took this job over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask a supervisor for the right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask a supervisor to open the warehouse first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask a supervisor, or sign in as somebody who may.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask accounting to let them order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask an administrator to add the person.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask somebody who packs or serves customers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask the carrier.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>At least one job is taken, for at least a second.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>At least one paper is taken, for at least a second.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Badge {code} is {holder}'s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barcode {barcode} belongs to {sku} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barcode {code} cannot stand for {pack_qty} units.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Begin anew with an empty database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Begin the step anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both must be of one order, to one address, and both planned or both reserved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Call a supervisor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancel the lines that are still open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check its path.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check login and password; an administrator can reset it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check quantities and prices.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check quantity and price.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check server and port in the database URL.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check that it is switched on and connected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the count, and whether the goods belong to another order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the line and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the line; the step can be repeated and is not done twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the login and the password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the path.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check what stands behind its question mark.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check who may write there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a PNG, JPEG or plain SVG file of at most 1 MB and 4096 x 4096 points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a screen that has commands.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another code, or use that desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another folder, or close the program that has the file open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another login.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another name; nothing is overwritten.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose another place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose en or fr.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose one from the list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose one of the list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose one of {value}, or * for every other.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose one of {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose places first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose shipments of one warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose some of the pieces.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the desk's printer anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close a parcel first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close it and print its label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compare the printed lot and date; a misread separator joins them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compare with the goods.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convert one of them first, or keep the documents apart.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count the place, or take the goods from another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer {code} was changed at another desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer {customer_code} is blocked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer {customer} is blocked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Did you mean {close}? Profiles here: none. A profile of your own is named by its path, ending in .toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Did you mean {close}? Profiles here: {value}. A profile of your own is named by its path, ending in .toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter 0 to {value}, or confirm the whole line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter 1 or more, at most what is in the line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter 1 or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter 1 to {left}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter 1 to {qty}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter it as a quote, or place it as an order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter its 7 to 10 digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter the 4 to 12 digits that GS1 gave to the company.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter the lot printed beside the date.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter the price for this order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter the {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter what is to remain of the line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter what the customer pays.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter what the line is to hold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter your PIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter zero or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finish packing it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Freight is zero or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give 7, 11, 12 or 13 digits that are not all zeros, without the check digit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give at least one line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give how many more or fewer there are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give one piece or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the lot from the goods.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the other product its own code, or take this one away from it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the place a shorter barcode.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the place a shorter code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give {KEY_DAYS} or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on packing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on scanning at the bench.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on scanning into it, or drop it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods are judged once they were received.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods are moved between real places of one warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods are not on the way for less than no day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods are not set aside in {code}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods come back on an authorised return.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods lie in {code}: it cannot be taken out of use.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods lie or lay in {code}: what kind of place it is stays as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods of grade {grade} do not go to {disposition}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods of return {number} were judged already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods that expire need a lot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grades are {value}; dispositions {value2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import the file again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import the files again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import the files again; nothing of them was kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Install CUPS (cups-client), or choose another kind of printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Install PostgreSQL's client programs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Install the newer program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Install the newer program; nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It breaks the rule {rule}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It can still be printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It covers {covered}. Add [{kind}].</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is paid back once everything that came was judged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is {PREFIX} and at least four letters and digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It takes the server administrator's login; check the disk as well.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave it to that desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let a supervisor make the standard reasons first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at it again, then repeat your change.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at it again; another desk may have been first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at its stock again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the first page.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the list again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the list of people.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the list of reasons.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the order again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the printer, then say whether it did.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the queue again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the return.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at the stock card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at them again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look into the system's print queue.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look it up again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look it up instead of making it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look its number up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look the purchase order up again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look the serial number up, or count the place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look the serial number up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look them up again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lot {lot_code} is given with two expiry dates.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lot {lot} expires on {known}, not on {given}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make a new badge.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make another place for the other use.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make it, or choose another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make it, or connect the drive it lies on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make room on its disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make room on the disk, then scan again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make somebody else an administrator first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make the warehouse with its standard places.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mend or remove the file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mend resources/sample.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move the goods away first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move the goods back by hand and count the bin.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name a file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name at least one line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name each file once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name each file once; where there are two, give one of them another name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name one: --warehouse, or warehouse = in the profile. There are {listed}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name the file that `db backup` wrote.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name the files in the profile's 'files', or check that the columns are spelled as in the file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name the files to read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name the right file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No file was given.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No file with {title}{wanted} was given.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No more of {sku} is promised than there is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No problem is noted for {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody else could administer people.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody has the badge {badge}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody knows whether this came out of {printer}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing came.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing can be written to the folder {where}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is left of order {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is left to pick in these shipments.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is left to pick on {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is left to reserve in this shipment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is ordered.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is picked for {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is to be moved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is to come back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is written in {language}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing lies in {code}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing of what {number} lacks is there yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing of {number} lies in an open parcel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing to adjust.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was delivered.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was received on this return.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Offer another product.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On hold: {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only a PostgreSQL server is made ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only a paper about which nobody knows is confirmed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only a waiting paper goes to another desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only the last parcel can go, and only empty and without any label; move its goods to another first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only what came out is printed again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open it again first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open it again, or scan into another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open the parcel again first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open the parcel first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Operation keys are kept {KEY_DAYS} days.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Order {number} is {state}; to {verb} it must be {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Papers are not written in {language}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel {position} is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel {position} stays.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel {sscc} is {state}, not closed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parcel {sscc} is {state}, not {source}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pick it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pick it, or report it short.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pieces go only into an open parcel of the same shipment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Place {holder} has the {field} {value} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print it anew from its own screen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print the label, then hand the parcel over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print the parcel's label that holds now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Products or customers of these files were changed while they were checked; nothing was imported.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Profile {profile}: {listed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Profiles here: none. A profile of your own is named by its path, ending in .toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Profiles here: {value}. A profile of your own is named by its path, ending in .toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put it back beside that database, or move it away; or restore into a new file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put the goods back first: undo the picks on its pick list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quai does not work on {backend}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quai needs {OLDEST}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read it again, then change it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read the lot from the goods.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read the scale again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receive it without a purchase order, or look the order up again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receive the goods first, or check the count.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Release the hold first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rename or drop that role, then run this again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report it: its name must be shorter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restocked goods need a place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restore a line first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restore into a new file, then put it in its place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restore into a new, empty database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resume it in the system.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return {number} is {state}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Run it with the server administrator's login, as `server init`.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Run: main.py --database URL db upgrade</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Run: main.py --database URL db upgrade; nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Run: main.py server init URL, with an administrator's login.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Say missing or damaged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan a place of this warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan a real place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan a shelf.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan another place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan each piece once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan its list again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan one serial number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan one shipment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan or choose it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the goods again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the line again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the pick list or the shipment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the place where they go.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the serial number of each {label}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the serial number of {label}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan them one by one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan what goes into it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan what is missing and close the parcel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Send a transfer to another warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial number {serial} belongs to a lot that was not picked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial number {serial} of {label} is neither here nor in a bin.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial number {serial} of {label} is not in the house.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial number {serial} of {label} is not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial number {serial} of {label} is packed already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Serial {serial} does not fit the {width} digits that prefix {prefix} leaves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Set the warehouse up first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ship or adjust what is there first, or make another product.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} does not wait for goods.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} has no line {line_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} is {state}, not packed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} is {state}, not ready to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} is {state}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} is {state}; nothing can be scanned into it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} is {state}; problems are noted while it is packed for an order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} is {state}; to {verb} it must be {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {number} of order {number2} is {state}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shipment {shipment_number} is {shipment_state}; its goods cannot go back to their bin.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shorten it, or spread it over other fields.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shorten it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shorten the name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shorten the warehouse's address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shorten them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in as a superuser, such as postgres.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in with login and password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in with the password once; then the badge is enough.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in with the password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in with the password; then set a PIN, and the badge is enough.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in, or ask an administrator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Somebody can sign in to this database already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Something is still to be picked for {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Split the line or let the order wait for receipts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start CUPS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take another badge.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take another extension digit or another company prefix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take another one, or join on purpose.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take it out of the parcel first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take quarantine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take them out of the parcel and reopen the packing first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take them out of the parcels first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take three or four words.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The URL of a file takes nothing but its path.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The address does not fit on the paper: {field} is too long ({text} characters).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The amount of this order is too high.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The badge {badge} is too long for the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The barcode {barcode} is too long for the label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The carrier's name {carrier} is too long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The command {id} is too long for a barcode on the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The country is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The customer's address is too long for a label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database URL names a setting that PostgreSQL does not know.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database does not accept this sign-in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database does not answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database does not let this person do that.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database has version {before}; this program only knows {SCHEMA_VERSION}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database refuses this entry.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database took too long to answer and nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database's encoding is {encoding}, not UTF8.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The desk's scan journal cannot be written ({why}); the scan was not taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The extension digit {extension} is not 0 to 9.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder {parent} cannot be made: {strerror}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder {parent} does not exist.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder {where} is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The goods are there already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The goods or papers are held at the moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The goods or papers are held by {holder} at the moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The label {title} is void.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The line holds {value} of {qty}; it cannot be restored to {up_to}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The line holds {value}, of which {shipped} shipped; {down_to} cannot remain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The line was cut.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The lot is {status} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The moves to undo are not all there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The name is too long for the badge.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The name or company is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The paper has no page {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The parcel is {state}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The parcel keeps changing while its label is drawn.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picked lot of {label} has expired. Do not send it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picks of {number} cannot be told apart from others any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The place {code} is too long for its label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The printer at {_target} does not answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The printer {name} did not take the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The printer {name} takes no papers now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The profile has no section for {kind}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The profile joins both: name both files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The role {rolname} is not as Quai makes it: it {value}. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same file was given twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The schema quai belongs to {owner}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sender's address is too long for a label ({text} characters).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The server is PostgreSQL {version}; that is too old.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The settings in {path} cannot be used: {error}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sign-in is not accepted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The title is too long for the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The tracking number {tracking} is too long for a label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The warehouse has no place of kind {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The words {words} are too long for the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {_LABELS} is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {field} holds characters that cannot be printed: {shown}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {field} is too long for a label: {text}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {label} holds characters that cannot be printed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {label} is missing; {country} needs it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {what} has more than {_MOST_FRACTION_DIGITS} decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {what} is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {what} {value} is not a number of at most 12 digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {what} {value} is not between 0 and 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {whose} {name} has no address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There are active, blocked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There are several warehouses.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There are {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is a desk {values} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no command to print.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no customer {customer_id}, or no warehouse {warehouse_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no kind of printer {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no label to print.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no paper {document}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no parcel {package_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no pick task {task_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no place to label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no product {missing}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no product {product_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no profile called {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no profile file {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no reason '{INCOMPLETE_IMPORT}' for holding orders that lost rows.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no reason {code}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no role {wrong}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no room in the folder {where}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no shipment {missing}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no shipment {shipment_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no such count.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no such purchase line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no such receipt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no such {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no warehouse yet, and you may not make one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no warehouse {wanted}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no {what} {row_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nobody with the login {login}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing here that this undo is for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to put back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is somebody with the login {login} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This cannot be a product's picture: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This count was undone already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This database holds Quai tables already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This database holds no Quai tables yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This database is older than the program (it has version {found}, the program needs {SCHEMA_VERSION}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This exists already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This hold is not there any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This import stood still for more than {STALE_MINUTES} minutes and was given up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is not a database URL.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is not on the open purchase order {number} of this warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is not the PIN of {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This judgement was undone already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This login may not change the database's schema.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This lot is not of {sku}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This lot is of another article.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This operation key was used for something else.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This paper cannot be shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This paper is not stored.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This paper names a customer, and you may not read addresses.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This parcel has no label yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This parcel is not an open parcel of {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This person may not do this ({permission}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This program is older than its database (it knows version {SCHEMA_VERSION}, the database has {found}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This server has no Quai roles yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This step was undone already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This system knows no printer {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This system's print service does not answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This system's printing program lp is not here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This warehouse has no packing place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two of the files are called {twice}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo the inspections first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo the pick first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo the step where it was done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use 2 to 31 small letters, digits, dots, dashes or underscores, a letter first; not a system's own name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use an older copy.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use digits alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use letters and digits without accents.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use the digits 0 to 9 only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use the three capitals of ISO 4217, such as EUR.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wait for receipts, or count the bins.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Warehouse {warehouse_id} has no place {kind}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What answers at {host}:{port} is no PostgreSQL server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is on its way to the printer cannot be called back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What was paid back stays judged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write 15 % as 0.15.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write host:port, such as 192.0.2.7:9100.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write it as 16:30.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write it as Europe/Paris.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write it in Latin, Greek or Cyrillic letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write postgresql+psycopg://administrator@host/database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write the path from the root on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write two letters, such as FR.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a file of no type is not shown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a row of {parent}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bytes that are no UTF-16</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>customer '{customer}' is blocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>docs/import-profiles.md explains every key.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it declares a document type or a style sheet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it holds &lt;{tag}&gt;</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it holds {plain}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is larger than 1 MB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no SVG file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no whole JPEG file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no whole PNG file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no whole SVG file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is not written in UTF-8</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it loads another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it measures {size} x {size2} points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>its order {number} was refused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no line of this order can be used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>order {number} has the same row already</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>order {number} stands in line {line} already</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>order {number} was imported before as {known} with other content; it stays as it is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the amount of this order is too high</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the discount has more than six decimals as a fraction ({discount}); say round = 4 for this column</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the file is empty; its first row should be the header</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the header names the column '{name}' {count} times; rename one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the order has more than {MOST_LINES} lines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the order has no line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the order is open and holds no goods, only charges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the price has no currency; name one in the profile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the row has {cells}, the first row has {width}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the row has {cells}, the header has {width}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no customer '{customer}'</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no order {number} among the heads</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this row, too, differs from where order {number} begins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{actor} may not do this ({permission}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{amount} has more decimals than {currency} has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{badge} is no badge's code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} is a standard place of its warehouse: its code and kind stay, and it stays in use.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} is no order, list or parcel to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} is no place for sale of this warehouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} is no place of this warehouse where goods can lie.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{code} is not a country code such as FR.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{counted} cannot be counted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{country} is no country code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{currency} has {currency2} decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{currency} is not a currency.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{cut_off} is not a time of day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} cannot be opened as a database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} cannot be written: {strerror}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} is there already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{grade} and {disposition} are no grade and disposition.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{group_key}: {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{kind} is no kind of reason.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{kind} is not a kind of place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} belongs to no open order here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} does not belong to this shipment. Put it aside.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} expired on {expires}. Do not send it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} is a {kind} that does not belong here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} is a {kind}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} is no order, list or parcel to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} stands for {ready} shipments to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label} stands for {ready} shipments to pack: {numbers}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: goods with this date were not picked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: lot {lot} was not picked; picked: {picked}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: this shipment is open already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: {counted} of {wanted}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: {counted} of {wanted}. Everything is packed: close the parcel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: {pieces} scanned, but all {values} are packed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{label}: {pieces} scanned, but only {left} are left to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{left} more may be tried.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{login} cannot be a login.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{login} has no role in Quai.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{login} is no administrator of this server, so it cannot make Quai's roles; nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{media_type} is not shown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has no PIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has to give the password: too many wrong PINs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not signed in at this desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} was changed at another desk meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: cannot tell whether it holds {titles}; it could be either.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: cannot tell whether it holds {titles}; it fits neither by its name nor by its columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: the PIN is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} and {number2} cannot be joined.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} changed meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} holds goods with serial numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is not a GTIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is packed in part, or nothing is picked for it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is packed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number} is {state} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{one} and {other} cannot be added or compared.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{packed} pieces of {number} lie in parcels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{packer} is packing {shipment}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parcels} parcel(s) of {shipment} have no label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read: {strerror}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{payload} cannot become a GTIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{payload} is not a number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{picked_qty} is not short: {number} asks for {left}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{pieces} cannot be picked for {number}; {left} are left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{pieces} pieces of shipment {shipment} are picked already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{prefix} is not a GS1 company prefix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{problem} is no problem that can be noted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{problem} on line {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{problem}; check the encoding the profile names</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{program} failed: {lines}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{program} is not installed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} cannot be credited: the line had {line_qty}, {credited_qty} of them are credited already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} cannot be split off a line of {qty2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} cannot be taken out; {qty2} lie in the parcel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} is no quantity for this step.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} of {sku} cannot be {problem}; {left} are left to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} {sku} taken out again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{qty} {sku} {problem}: noted for a supervisor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{reason} is not a reason to {kind}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{refused} rows of the sample's closed orders are refused: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{rstrip}; say round for this column</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{shipment} is not complete: {open_parcels} open parcel(s).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{shipment} is not complete: {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} came back of several lots.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} has serial numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} in {place} was picked for {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} is blocked and not sold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} is judged piece by piece.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} is kept by lot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} is priced in {currency}, the order is in {currency2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} lies in stock: whether it is tracked by lot or serial number stays as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} takes no serial numbers; {codes} different given.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} takes one serial number for each of {qty}; {codes} different given.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} was shipped from several lots.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} {code} is not in {code2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku} {code} was received already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: a discount has at most six decimals.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: an expiry date belongs to a lot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: the amount of this line is too high.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {field} cannot be {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {qty} cannot be ordered.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {wanted} to come back, {possible} of what was {of_what} can.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {wanted} to judge, {waiting} waiting.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {wanted} wanted from {place}, {on_hand} there, {allocated} of them for shipments.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sku}: {wanted} wanted from {place}, {on_hand} there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{source} cannot be read as a database: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{source} is damaged: {verdict}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{source} is not a Quai database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sscc_prefix} is no GS1 company prefix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{sscc} is no SSCC.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{stale} belongs to a database that stood here before.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{status} is no status of a customer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{status} is no status of a lot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{status} is no status of a product.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{status} is no status of a supplier.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{target} is there already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} cannot be a barcode.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no address of a printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no name of a printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no whole path of a folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{time_zone} is not a time zone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} cannot be marked as a copy.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} is {status}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{unit_price} cannot be a unit price.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} cannot be a {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} is not a {label} of this part of {country} (for example {postal_code_examples}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} is not a {label} of this part of {country}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} is not a {label}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} is not known as {label} in {country}.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
