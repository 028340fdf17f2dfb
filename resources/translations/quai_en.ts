<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
 <context>
  <name>Quai</name>
  <message numerus="yes">
   <source>%n announced pieces have not come.</source>
   <translation>
    <numerusform>%n announced piece has not come.</numerusform>
    <numerusform>%n announced pieces have not come.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n are refused.</source>
   <translation>
    <numerusform>%n is refused.</numerusform>
    <numerusform>%n are refused.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n are to be taken from other places: see this list.</source>
   <translation>
    <numerusform>%n is to be taken from another place: see this list.</numerusform>
    <numerusform>%n are to be taken from other places: see this list.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n block</source>
   <translation>
    <numerusform>%n blocks</numerusform>
    <numerusform>%n block</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n bytes</source>
   <translation>
    <numerusform>%n byte</numerusform>
    <numerusform>%n bytes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n charges</source>
   <translation>
    <numerusform>%n charge</numerusform>
    <numerusform>%n charges</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n command cards are in the print queue.</source>
   <translation>
    <numerusform>%n command card is in the print queue.</numerusform>
    <numerusform>%n command cards are in the print queue.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n confirmations are in the outbox.</source>
   <translation>
    <numerusform>%n confirmation is in the outbox.</numerusform>
    <numerusform>%n confirmations are in the outbox.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n confirmations sent to the printer.</source>
   <translation>
    <numerusform>%n confirmation sent to the printer.</numerusform>
    <numerusform>%n confirmations sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n copies printed</source>
   <translation>
    <numerusform>%n copy printed</numerusform>
    <numerusform>%n copies printed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n copies sent to the printer.</source>
   <translation>
    <numerusform>%n copy sent to the printer.</numerusform>
    <numerusform>%n copies sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n counted</source>
   <translation>
    <numerusform>%n counted</numerusform>
    <numerusform>%n counted</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days ago</source>
   <translation>
    <numerusform>%n day ago</numerusform>
    <numerusform>%n days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days late</source>
   <translation>
    <numerusform>%n day late</numerusform>
    <numerusform>%n days late</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n delivery notes sent to the printer.</source>
   <translation>
    <numerusform>%n delivery note sent to the printer.</numerusform>
    <numerusform>%n delivery notes sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n events found their parcel.</source>
   <translation>
    <numerusform>%n event found its parcel.</numerusform>
    <numerusform>%n events found their parcel.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n events put aside.</source>
   <translation>
    <numerusform>%n event put aside.</numerusform>
    <numerusform>%n events put aside.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n follow as a backorder.</source>
   <translation>
    <numerusform>%n follows as a backorder.</numerusform>
    <numerusform>%n follow as a backorder.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n found of {sku} in {place}.</source>
   <translation>
    <numerusform>%n found of {sku} in {place}.</numerusform>
    <numerusform>%n found of {sku} in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n free</source>
   <translation>
    <numerusform>%n free</numerusform>
    <numerusform>%n free</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n inform</source>
   <translation>
    <numerusform>%n informs</numerusform>
    <numerusform>%n inform</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n invoices</source>
   <translation>
    <numerusform>%n invoice</numerusform>
    <numerusform>%n invoices</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n invoices past their day, {sums}, the oldest since {day}.</source>
   <translation>
    <numerusform>%n invoice past its day, {sums}, since {day}.</numerusform>
    <numerusform>%n invoices past their day, {sums}, the oldest since {day}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels are asked for again.</source>
   <translation>
    <numerusform>%n label is asked for again.</numerusform>
    <numerusform>%n labels are asked for again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels are given up.</source>
   <translation>
    <numerusform>%n label is given up.</numerusform>
    <numerusform>%n labels are given up.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels are in the print queue.</source>
   <translation>
    <numerusform>%n label is in the print queue.</numerusform>
    <numerusform>%n labels are in the print queue.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels sent to the printer as one job.</source>
   <translation>
    <numerusform>%n label sent to the printer.</numerusform>
    <numerusform>%n labels sent to the printer as one job.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n left</source>
   <translation>
    <numerusform>%n left</numerusform>
    <numerusform>%n left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines added.</source>
   <translation>
    <numerusform>%n line added.</numerusform>
    <numerusform>%n lines added.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines do not say what or how many. Mend them, or F3 takes them away.</source>
   <translation>
    <numerusform>%n line does not say what or how many. Mend it, or F3 takes it away.</numerusform>
    <numerusform>%n lines do not say what or how many. Mend them, or F3 takes them away.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines left.</source>
   <translation>
    <numerusform>%n line left.</numerusform>
    <numerusform>%n lines left.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines noted on {number}.</source>
   <translation>
    <numerusform>%n line noted on {number}.</numerusform>
    <numerusform>%n lines noted on {number}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines on {number}. Print it with Ctrl+P.</source>
   <translation>
    <numerusform>%n line on {number}. Print it with Ctrl+P.</numerusform>
    <numerusform>%n lines on {number}. Print it with Ctrl+P.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines, kept at {hour}</source>
   <translation>
    <numerusform>%n line, kept at {hour}</numerusform>
    <numerusform>%n lines, kept at {hour}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lots</source>
   <translation>
    <numerusform>%n lot</numerusform>
    <numerusform>%n lots</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages are tried again.</source>
   <translation>
    <numerusform>%n message is tried again.</numerusform>
    <numerusform>%n messages are tried again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages noted as sent.</source>
   <translation>
    <numerusform>%n message noted as sent.</numerusform>
    <numerusform>%n messages noted as sent.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages refused.</source>
   <translation>
    <numerusform>%n message refused.</numerusform>
    <numerusform>%n messages refused.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages stand instead of what came before.</source>
   <translation>
    <numerusform>%n message stands instead of what came before.</numerusform>
    <numerusform>%n messages stand instead of what came before.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages taken out of the outbox.</source>
   <translation>
    <numerusform>%n message taken out of the outbox.</numerusform>
    <numerusform>%n messages taken out of the outbox.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages wait again.</source>
   <translation>
    <numerusform>%n message waits again.</numerusform>
    <numerusform>%n messages wait again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more lines are wrong.</source>
   <translation>
    <numerusform>%n more line is wrong.</numerusform>
    <numerusform>%n more lines are wrong.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} carried from {place} to {target}.</source>
   <translation>
    <numerusform>%n of {sku} carried from {place} to {target}.</numerusform>
    <numerusform>%n of {sku} carried from {place} to {target}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} lie in {place}.</source>
   <translation>
    <numerusform>%n of {sku} lies in {place}.</numerusform>
    <numerusform>%n of {sku} lie in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} not counted.</source>
   <translation>
    <numerusform>%n of {sku} not counted.</numerusform>
    <numerusform>%n of {sku} not counted.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku}, {name}.</source>
   <translation>
    <numerusform>%n of {sku}, {name}.</numerusform>
    <numerusform>%n of {sku}, {name}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open</source>
   <translation>
    <numerusform>%n open</numerusform>
    <numerusform>%n open</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders</source>
   <translation>
    <numerusform>%n order</numerusform>
    <numerusform>%n orders</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders approved.</source>
   <translation>
    <numerusform>%n order approved.</numerusform>
    <numerusform>%n orders approved.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders are drafts again.</source>
   <translation>
    <numerusform>%n order is a draft again.</numerusform>
    <numerusform>%n orders are drafts again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders asked anew.</source>
   <translation>
    <numerusform>%n order asked anew.</numerusform>
    <numerusform>%n orders asked anew.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders cancelled.</source>
   <translation>
    <numerusform>%n order cancelled.</numerusform>
    <numerusform>%n orders cancelled.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders change.</source>
   <translation>
    <numerusform>%n order changes.</numerusform>
    <numerusform>%n orders change.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders changed.</source>
   <translation>
    <numerusform>%n order changed.</numerusform>
    <numerusform>%n orders changed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders confirmed.</source>
   <translation>
    <numerusform>%n order confirmed.</numerusform>
    <numerusform>%n orders confirmed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders entered as drafts: {numbers}.</source>
   <translation>
    <numerusform>%n order entered as a draft: {numbers}.</numerusform>
    <numerusform>%n orders entered as drafts: {numbers}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders held.</source>
   <translation>
    <numerusform>%n order held.</numerusform>
    <numerusform>%n orders held.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders overridden.</source>
   <translation>
    <numerusform>%n order overridden.</numerusform>
    <numerusform>%n orders overridden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders reserved in part.</source>
   <translation>
    <numerusform>%n order reserved in part.</numerusform>
    <numerusform>%n orders reserved in part.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders reserved.</source>
   <translation>
    <numerusform>%n order reserved.</numerusform>
    <numerusform>%n orders reserved.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders since {day}</source>
   <translation>
    <numerusform>%n order since {day}</numerusform>
    <numerusform>%n orders since {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n packing slips sent to the printer.</source>
   <translation>
    <numerusform>%n packing slip sent to the printer.</numerusform>
    <numerusform>%n packing slips sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers are tried again.</source>
   <translation>
    <numerusform>%n paper is tried again.</numerusform>
    <numerusform>%n papers are tried again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers come out at this desk.</source>
   <translation>
    <numerusform>%n paper comes out at this desk.</numerusform>
    <numerusform>%n papers come out at this desk.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers noted as printed.</source>
   <translation>
    <numerusform>%n paper noted as printed.</numerusform>
    <numerusform>%n papers noted as printed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers taken out of the queue.</source>
   <translation>
    <numerusform>%n paper taken out of the queue.</numerusform>
    <numerusform>%n papers taken out of the queue.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers waiting</source>
   <translation>
    <numerusform>%n paper waiting</numerusform>
    <numerusform>%n papers waiting</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels</source>
   <translation>
    <numerusform>%n parcel</numerusform>
    <numerusform>%n parcels</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels are on their way again.</source>
   <translation>
    <numerusform>%n parcel is on its way again.</numerusform>
    <numerusform>%n parcels are on their way again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels are taken off and wait for another one.</source>
   <translation>
    <numerusform>%n parcel is taken off and waits for another one.</numerusform>
    <numerusform>%n parcels are taken off and wait for another one.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels noted as lost.</source>
   <translation>
    <numerusform>%n parcel noted as lost.</numerusform>
    <numerusform>%n parcels noted as lost.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels proposed</source>
   <translation>
    <numerusform>%n parcel proposed</numerusform>
    <numerusform>%n parcels proposed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels stand here again; their orders are open.</source>
   <translation>
    <numerusform>%n parcel stands here again; its order is open.</numerusform>
    <numerusform>%n parcels stand here again; their orders are open.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels stay here and wait for the next one.</source>
   <translation>
    <numerusform>%n parcel stays here and waits for the next one.</numerusform>
    <numerusform>%n parcels stay here and wait for the next one.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels wait</source>
   <translation>
    <numerusform>%n parcel waits</numerusform>
    <numerusform>%n parcels wait</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces</source>
   <translation>
    <numerusform>%n piece</numerusform>
    <numerusform>%n pieces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are asked back from the warehouse.</source>
   <translation>
    <numerusform>%n piece is asked back from the warehouse.</numerusform>
    <numerusform>%n pieces are asked back from the warehouse.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are back in their place.</source>
   <translation>
    <numerusform>%n piece is back in its place.</numerusform>
    <numerusform>%n pieces are back in their place.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are left for another parcel</source>
   <translation>
    <numerusform>%n piece is left for another parcel</numerusform>
    <numerusform>%n pieces are left for another parcel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are promised no more. Waiting again: {numbers}.</source>
   <translation>
    <numerusform>%n piece is promised no more. Waiting again: {numbers}.</numerusform>
    <numerusform>%n pieces are promised no more. Waiting again: {numbers}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are still claimed for picking. Report them short there.</source>
   <translation>
    <numerusform>%n piece is still claimed for picking. Report it short there.</numerusform>
    <numerusform>%n pieces are still claimed for picking. Report them short there.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces let go.</source>
   <translation>
    <numerusform>%n piece let go.</numerusform>
    <numerusform>%n pieces let go.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces lie here.</source>
   <translation>
    <numerusform>%n piece lies here.</numerusform>
    <numerusform>%n pieces lie here.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} asked back, {shipment}</source>
   <translation>
    <numerusform>%n piece of line {line} asked back, {shipment}</numerusform>
    <numerusform>%n pieces of line {line} asked back, {shipment}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} cancelled</source>
   <translation>
    <numerusform>%n piece of line {line} cancelled</numerusform>
    <numerusform>%n pieces of line {line} cancelled</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} restored</source>
   <translation>
    <numerusform>%n piece of line {line} restored</numerusform>
    <numerusform>%n pieces of line {line} restored</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} wanted after all</source>
   <translation>
    <numerusform>%n piece of line {line} wanted after all</numerusform>
    <numerusform>%n pieces of line {line} wanted after all</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of {sku} are missing.</source>
   <translation>
    <numerusform>%n piece of {sku} is missing.</numerusform>
    <numerusform>%n pieces of {sku} are missing.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces picked.</source>
   <translation>
    <numerusform>%n piece picked.</numerusform>
    <numerusform>%n pieces picked.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces put back, {shipment}</source>
   <translation>
    <numerusform>%n piece put back, {shipment}</numerusform>
    <numerusform>%n pieces put back, {shipment}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces reserved, {shipment}</source>
   <translation>
    <numerusform>%n piece reserved, {shipment}</numerusform>
    <numerusform>%n pieces reserved, {shipment}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places</source>
   <translation>
    <numerusform>%n place</numerusform>
    <numerusform>%n places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places are added.</source>
   <translation>
    <numerusform>%n place is added.</numerusform>
    <numerusform>%n places are added.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places: {first}, {second} ... {last}</source>
   <translation>
    <numerusform>%n place: {first}, {second} ... {last}</numerusform>
    <numerusform>%n places: {first}, {second} ... {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prices</source>
   <translation>
    <numerusform>%n price</numerusform>
    <numerusform>%n prices</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prices of {code} are changed.</source>
   <translation>
    <numerusform>%n price of {code} is changed.</numerusform>
    <numerusform>%n prices of {code} are changed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n products</source>
   <translation>
    <numerusform>%n product</numerusform>
    <numerusform>%n products</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n purchase orders are open.</source>
   <translation>
    <numerusform>%n purchase order is open.</numerusform>
    <numerusform>%n purchase orders are open.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n refused.</source>
   <translation>
    <numerusform>%n refused.</numerusform>
    <numerusform>%n refused.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n return labels sent to the printer.</source>
   <translation>
    <numerusform>%n return label sent to the printer.</numerusform>
    <numerusform>%n return labels sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns authorised. Print their labels with Ctrl+P.</source>
   <translation>
    <numerusform>%n return authorised. Print its label with Ctrl+P.</numerusform>
    <numerusform>%n returns authorised. Print their labels with Ctrl+P.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns cancelled.</source>
   <translation>
    <numerusform>%n return cancelled.</numerusform>
    <numerusform>%n returns cancelled.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns refused.</source>
   <translation>
    <numerusform>%n return refused.</numerusform>
    <numerusform>%n returns refused.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns wait</source>
   <translation>
    <numerusform>%n return waits</numerusform>
    <numerusform>%n returns wait</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows are to be mended: Enter on a line looks for its product.</source>
   <translation>
    <numerusform>%n row is to be mended: Enter on its line looks for its product.</numerusform>
    <numerusform>%n rows are to be mended: Enter on a line looks for its product.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows are too many to type.</source>
   <translation>
    <numerusform>%n row is too many to type.</numerusform>
    <numerusform>%n rows are too many to type.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scans kept: {names}. They follow afterwards.</source>
   <translation>
    <numerusform>%n scan kept: {names}. It follows afterwards.</numerusform>
    <numerusform>%n scans kept: {names}. They follow afterwards.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scans were not answered when the program ended: {codes}. Look, and scan again.</source>
   <translation>
    <numerusform>%n scan was not answered when the program ended: {codes}. Look, and scan again.</numerusform>
    <numerusform>%n scans were not answered when the program ended: {codes}. Look, and scan again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n selected</source>
   <translation>
    <numerusform>%n selected</numerusform>
    <numerusform>%n selected</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments</source>
   <translation>
    <numerusform>%n shipment</numerusform>
    <numerusform>%n shipments</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are back, packed.</source>
   <translation>
    <numerusform>%n shipment is back, packed.</numerusform>
    <numerusform>%n shipments are back, packed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are on their way again.</source>
   <translation>
    <numerusform>%n shipment is on its way again.</numerusform>
    <numerusform>%n shipments are on their way again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are ready to pack.</source>
   <translation>
    <numerusform>%n shipment is ready to pack.</numerusform>
    <numerusform>%n shipments are ready to pack.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments called back.</source>
   <translation>
    <numerusform>%n shipment called back.</numerusform>
    <numerusform>%n shipments called back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments handed over.</source>
   <translation>
    <numerusform>%n shipment handed over.</numerusform>
    <numerusform>%n shipments handed over.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments noted as delivered.</source>
   <translation>
    <numerusform>%n shipment noted as delivered.</numerusform>
    <numerusform>%n shipments noted as delivered.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments of {number} are ready to pack.</source>
   <translation>
    <numerusform>%n shipment of {number} is ready to pack.</numerusform>
    <numerusform>%n shipments of {number} are ready to pack.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments: taken back.</source>
   <translation>
    <numerusform>%n shipment: taken back.</numerusform>
    <numerusform>%n shipments: taken back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n short.</source>
   <translation>
    <numerusform>%n short.</numerusform>
    <numerusform>%n short.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stay as they are.</source>
   <translation>
    <numerusform>%n stays as it is.</numerusform>
    <numerusform>%n stay as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n surcharges</source>
   <translation>
    <numerusform>%n surcharge</numerusform>
    <numerusform>%n surcharges</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n taken off of {sku} in {place}.</source>
   <translation>
    <numerusform>%n taken off of {sku} in {place}.</numerusform>
    <numerusform>%n taken off of {sku} in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to look at</source>
   <translation>
    <numerusform>%n to look at</numerusform>
    <numerusform>%n to look at</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to mend</source>
   <translation>
    <numerusform>%n to mend</numerusform>
    <numerusform>%n to mend</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n waiting</numerusform>
    <numerusform>%n waiting</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waybills sent to the printer.</source>
   <translation>
    <numerusform>%n waybill sent to the printer.</numerusform>
    <numerusform>%n waybills sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Change %n orders</source>
   <translation>
    <numerusform>Change %n order</numerusform>
    <numerusform>Change %n orders</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Confirm %n pieces</source>
   <translation>
    <numerusform>Confirm %n piece</numerusform>
    <numerusform>Confirm %n pieces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Customs declarations of %n shipments sent to the printer.</source>
   <translation>
    <numerusform>Customs declarations of %n shipment sent to the printer.</numerusform>
    <numerusform>Customs declarations of %n shipments sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Dangerous goods marks of %n shipments sent to the printer.</source>
   <translation>
    <numerusform>Dangerous goods marks of %n shipment sent to the printer.</numerusform>
    <numerusform>Dangerous goods marks of %n shipments sent to the printer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Line {line} added, %n pieces</source>
   <translation>
    <numerusform>Line {line} added, %n piece</numerusform>
    <numerusform>Line {line} added, %n pieces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Nothing to do for %n.</source>
   <translation>
    <numerusform>Nothing to do for %n.</numerusform>
    <numerusform>Nothing to do for %n.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Pick list {number} with %n tasks.</source>
   <translation>
    <numerusform>Pick list {number} with %n task.</numerusform>
    <numerusform>Pick list {number} with %n tasks.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reservation of %n orders taken back.</source>
   <translation>
    <numerusform>Reservation of %n order taken back.</numerusform>
    <numerusform>Reservation of %n orders taken back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Scan %n more</source>
   <translation>
    <numerusform>Scan %n more</numerusform>
    <numerusform>Scan %n more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The next scan counts %n times</source>
   <translation>
    <numerusform>The next scan counts %n time</numerusform>
    <numerusform>The next scan counts %n times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Then scan %n more</source>
   <translation>
    <numerusform>Then scan %n more</numerusform>
    <numerusform>Then scan %n more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more customers</source>
   <translation>
    <numerusform>and %n more customer</numerusform>
    <numerusform>and %n more customers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more lines</source>
   <translation>
    <numerusform>and %n more line</numerusform>
    <numerusform>and %n more lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more products</source>
   <translation>
    <numerusform>and %n more product</numerusform>
    <numerusform>and %n more products</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>in %n days</source>
   <translation>
    <numerusform>in %n day</numerusform>
    <numerusform>in %n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>of %n shipments</source>
   <translation>
    <numerusform>of %n shipment</numerusform>
    <numerusform>of %n shipments</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>taken %n times, usually {qty}</source>
   <translation>
    <numerusform>taken %n time, usually {qty}</numerusform>
    <numerusform>taken %n times, usually {qty}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{shipment} waits for %n pieces, since it ships complete.</source>
   <translation>
    <numerusform>{shipment} waits for %n piece, since it ships complete.</numerusform>
    <numerusform>{shipment} waits for %n pieces, since it ships complete.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{sku}, a pack of %n</source>
   <translation>
    <numerusform>{sku}, a pack of %n</numerusform>
    <numerusform>{sku}, a pack of %n</numerusform>
   </translation>
  </message>
 </context>
</TS>
