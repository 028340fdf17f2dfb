<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
 <context>
  <name>Quai</name>
  <message>
   <source>Another desk was first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As at first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change the search or the filters.</source>
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
   <source>No answer.</source>
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
   <source>Nothing found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The export was stopped; no file was left behind.</source>
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
   <source>Yesterday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{rows} rows written to {file}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n selected</source>
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
   <source>'{verb}' is not possible: it is {state}, not {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>; it has {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>; write '{near}' in the profile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A GTIN has 8, 12, 13 or 14 digits; the last checks the others. Scan or type it again.</source>
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
   <source>Ask the carrier.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>At least one job is taken, for at least a second.</source>
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
   <source>Begin the step anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both must be of one order, to one address, and both planned or both reserved.</source>
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
   <source>Choose one of {value}.</source>
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
   <source>Customer {customer_code} is blocked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer {customer} is blocked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Did you mean {close}? </source>
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
   <source>Give {KEY_DAYS} or more.</source>
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
   <source>It covers {covered}. Add [{kind}].</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is paid back once everything that came was judged.</source>
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
   <source>Look at it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look at it again; another desk may have been first.</source>
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
   <source>Nobody else could administer people.</source>
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
   <source>Only the last parcel can go, and only empty and without any label; move its goods to another first.</source>
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
   <source>Print it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print the label, then hand the parcel over.</source>
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
   <source>Serial number {serial} of {label} {why}.</source>
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
   <source>Shorten the warehouse's address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in as a superuser, such as postgres.</source>
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
   <source>Take another extension digit or another company prefix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take another one, or join on purpose.</source>
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
   <source>The carrier's name {carrier} is too long.</source>
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
   <source>The goods or papers are held{by} at the moment.</source>
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
   <source>The lot is {status} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The moves to undo are not all there.</source>
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
   <source>The tracking number {tracking} is too long for a label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The warehouse has no place of kind {value}.</source>
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
   <source>There is no parcel {package_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no pick task {task_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no product {missing}.</source>
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
   <source>This paper is not stored.</source>
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
   <source>a row of {parent}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>all {values} are packed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bytes that are no UTF-16</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>docs/import-profiles.md explains every key.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is neither here nor in a bin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is not in the house</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is packed already</source>
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
   <source>only {left} are left to pack</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>order {number} was imported before as {known} with other content; it stays as it is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the discount has more than six decimals as a fraction ({discount}); say round = 4 for this column</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no order {number} among the heads</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{amount} has more decimals than {currency} has.</source>
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
   <source>{hint}Profiles here: {value}. A profile of your own is named by its path, ending in .toml.</source>
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
   <source>{label} stands for {ready} shipments to pack.</source>
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
   <source>{label}: {pieces} scanned, but {words}.</source>
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
   <source>{name}: cannot tell whether it holds {titles}; it {what}.</source>
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
   <source>{number} is packed in part, or nothing is picked for it.</source>
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
   <source>{open_parcels} open parcel(s)</source>
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
   <source>{problem} on line {number}</source>
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
   <source>{qty} {sku} taken out again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{reason} is not a reason to {kind}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{shipment} is not complete: {words}.</source>
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
   <source>{sku} takes {needs}; {codes} different given.</source>
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
   <source>{sku}: {wanted} wanted from {place}, {on_hand} there{held}.</source>
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
   <source>{table} {row_id}</source>
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
   <source>{unit_price} cannot be a unit price.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} / {value2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} cannot be a {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} is no order, list or parcel to pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} is not shown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{value} may not do this ({permission}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{words} Everything is packed: close the parcel.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
