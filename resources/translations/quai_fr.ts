<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
 <context>
  <name>Quai</name>
  <message>
   <source> and </source>
   <translation> et </translation>
  </message>
  <message>
   <source> or </source>
   <translation> ou </translation>
  </message>
  <message>
   <source>'{text}'</source>
   <translation>« {text} »</translation>
  </message>
  <message>
   <source>+2 found, -2 lost</source>
   <translation>+2 retrouvés, -2 perdus</translation>
  </message>
  <message>
   <source>, {announced} announced</source>
   <translation>, annoncé : {announced}</translation>
  </message>
  <message>
   <source>-9 to 9: below 0 low, from 1 high, from 8 urgent</source>
   <translation>-9 à 9 : sous 0 basse, dès 1 haute, dès 8 urgente</translation>
  </message>
  <message>
   <source>0 for no limit</source>
   <translation>0 : sans limite</translation>
  </message>
  <message>
   <source>0, expected {day}</source>
   <translation>0, attendu {day}</translation>
  </message>
  <message>
   <source>0: none set</source>
   <translation>0 : aucun</translation>
  </message>
  <message>
   <source>1 is Monday: 12345</source>
   <translation>1 pour lundi : 12345</translation>
  </message>
  <message>
   <source>1 place: {code}</source>
   <translation>1 emplacement : {code}</translation>
  </message>
  <message>
   <source>1 where it is left empty</source>
   <translation>1 si le champ reste vide</translation>
  </message>
  <message>
   <source>1-10 makes 01 to 10.</source>
   <translation>1-10 donne 01 à 10.</translation>
  </message>
  <message>
   <source>1-3; empty where there are none</source>
   <translation>1-3 ; vide s’il n’y en a pas</translation>
  </message>
  <message>
   <source>4 to 8 digits</source>
   <translation>4 à 8 chiffres</translation>
  </message>
  <message>
   <source>7 to 10 digits; numbers our parcels</source>
   <translation>7 à 10 chiffres ; numérote nos colis</translation>
  </message>
  <message>
   <source>A GS1 code without article or parcel</source>
   <translation>Un code GS1 sans article ni colis</translation>
  </message>
  <message>
   <source>A badge</source>
   <translation>Un badge</translation>
  </message>
  <message>
   <source>A box to pack in</source>
   <translation>Un carton d’emballage</translation>
  </message>
  <message>
   <source>A command</source>
   <translation>Une commande de l’écran</translation>
  </message>
  <message>
   <source>A copy of the label is on its way to the printer.</source>
   <translation>Un duplicata de l’étiquette part à l’imprimante.</translation>
  </message>
  <message>
   <source>A copy of the manifest is on its way to the printer.</source>
   <translation>Un duplicata du bordereau part à l’imprimante.</translation>
  </message>
  <message>
   <source>A count</source>
   <translation>Un inventaire</translation>
  </message>
  <message>
   <source>A credit note</source>
   <translation>Un avoir</translation>
  </message>
  <message>
   <source>A delivery note, as it comes out of the printer</source>
   <translation>Un bon de livraison, tel qu’il sort de l’imprimante</translation>
  </message>
  <message>
   <source>A desk</source>
   <translation>Un poste</translation>
  </message>
  <message>
   <source>A discount lies between 0 and 100 %.</source>
   <translation>Une remise est comprise entre 0 et 100 %.</translation>
  </message>
  <message>
   <source>A folder’s path, or imaps://mail.example.com/INBOX.</source>
   <translation>Le chemin d’un dossier, ou imaps://mail.example.com/INBOX.</translation>
  </message>
  <message>
   <source>A further line</source>
   <translation>Une ligne de plus</translation>
  </message>
  <message>
   <source>A goods receipt</source>
   <translation>Un bon de réception</translation>
  </message>
  <message>
   <source>A line of a pick list</source>
   <translation>Une ligne de préparation</translation>
  </message>
  <message>
   <source>A location</source>
   <translation>Un emplacement</translation>
  </message>
  <message>
   <source>A lost parcel was found, {shipment}</source>
   <translation>Un colis perdu est retrouvé, {shipment}</translation>
  </message>
  <message>
   <source>A name or a signature, and the code of the customer's message.</source>
   <translation>Un nom ou une signature, et le code du message reçu par le client.</translation>
  </message>
  <message>
   <source>A new customer</source>
   <translation>Un nouveau client</translation>
  </message>
  <message>
   <source>A number of days, or a day as 2026-12-24; empty for no end</source>
   <translation>Un nombre de jours, ou un jour comme 2026-12-24 ; vide : sans fin</translation>
  </message>
  <message>
   <source>A paper waits until its printer is there; the work goes on.</source>
   <translation>Un document attend que son imprimante soit là ; le travail continue.</translation>
  </message>
  <message>
   <source>A parcel comes back, {shipment}</source>
   <translation>Un colis revient, {shipment}</translation>
  </message>
  <message>
   <source>A parcel or pallet (SSCC)</source>
   <translation>Un colis ou une palette (SSCC)</translation>
  </message>
  <message>
   <source>A parcel was lost, {shipment}</source>
   <translation>Un colis est perdu, {shipment}</translation>
  </message>
  <message>
   <source>A pick list</source>
   <translation>Un bon de préparation</translation>
  </message>
  <message>
   <source>A plain code</source>
   <translation>Un code simple</translation>
  </message>
  <message>
   <source>A purchase order</source>
   <translation>Une commande fournisseur</translation>
  </message>
  <message>
   <source>A question is open</source>
   <translation>Question en suspens</translation>
  </message>
  <message>
   <source>A return</source>
   <translation>Un retour</translation>
  </message>
  <message>
   <source>A second packer joined, {shipment}</source>
   <translation>Un second emballeur rejoint, {shipment}</translation>
  </message>
  <message>
   <source>A serial port</source>
   <translation>Un port série</translation>
  </message>
  <message>
   <source>A shipment</source>
   <translation>Une expédition</translation>
  </message>
  <message>
   <source>A supervisor is called. F9 takes the call back.</source>
   <translation>Un responsable est appelé. F9 annule l’appel.</translation>
  </message>
  <message>
   <source>A supervisor says where papers come out.</source>
   <translation>Un responsable choisit où sortent les documents.</translation>
  </message>
  <message>
   <source>A test page was sent to {printer}.</source>
   <translation>Une page de test est partie vers {printer}.</translation>
  </message>
  <message>
   <source>A tote</source>
   <translation>Un bac</translation>
  </message>
  <message>
   <source>A-C, or A,B,D</source>
   <translation>A-C, ou A,B,D</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Objet</translation>
  </message>
  <message>
   <source>About to miss</source>
   <translation>Promesse menacée</translation>
  </message>
  <message>
   <source>About to miss their promise</source>
   <translation>Promesse menacée</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accepter</translation>
  </message>
  <message>
   <source>Accept the weight</source>
   <translation>Accepter le poids</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Accepté</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Compte</translation>
  </message>
  <message>
   <source>Acknowledge</source>
   <translation>Compris</translation>
  </message>
  <message>
   <source>Acknowledge the message</source>
   <translation>Acquitter le message</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Actif</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Add a file</source>
   <translation>Ajouter un fichier</translation>
  </message>
  <message>
   <source>Add a line</source>
   <translation>Ajouter une ligne</translation>
  </message>
  <message>
   <source>Add a service</source>
   <translation>Ajouter un service</translation>
  </message>
  <message>
   <source>Add a tag</source>
   <translation>Ajouter une étiquette</translation>
  </message>
  <message>
   <source>Add places</source>
   <translation>Ajouter des emplacements</translation>
  </message>
  <message>
   <source>Add the usual article</source>
   <translation>Ajouter l’article habituel</translation>
  </message>
  <message>
   <source>Add {qty}</source>
   <translation>Ajouter {qty}</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Ajoutée</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Address and terms</source>
   <translation>Adresse et conditions</translation>
  </message>
  <message>
   <source>Address doubtful</source>
   <translation>Adresse douteuse</translation>
  </message>
  <message>
   <source>Address incomplete</source>
   <translation>Adresse incomplète</translation>
  </message>
  <message>
   <source>Address, carrier or promise changed</source>
   <translation>Adresse, transporteur ou promesse modifiés</translation>
  </message>
  <message>
   <source>Address, subject, shipment</source>
   <translation>Adresse, objet, expédition</translation>
  </message>
  <message>
   <source>Adjust</source>
   <translation>Régulariser</translation>
  </message>
  <message>
   <source>Adjusted</source>
   <translation>Régularisé</translation>
  </message>
  <message>
   <source>Adjustments</source>
   <translation>Régularisations</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Administrateur</translation>
  </message>
  <message>
   <source>After every code</source>
   <translation>Après chaque code</translation>
  </message>
  <message>
   <source>After the grade</source>
   <translation>Après le grade</translation>
  </message>
  <message>
   <source>Aisle</source>
   <translation>Allée</translation>
  </message>
  <message>
   <source>Aisles</source>
   <translation>Allées</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Tout</translation>
  </message>
  <message>
   <source>All are loaded</source>
   <translation>Tout est chargé</translation>
  </message>
  <message>
   <source>All are loaded: close it</source>
   <translation>Tout est chargé : clôturez</translation>
  </message>
  <message>
   <source>All came</source>
   <translation>Tout reçu</translation>
  </message>
  <message>
   <source>All judged</source>
   <translation>Tout est contrôlé</translation>
  </message>
  <message>
   <source>All later</source>
   <translation>Tout plus tard</translation>
  </message>
  <message>
   <source>All lines</source>
   <translation>Toutes les lignes</translation>
  </message>
  <message>
   <source>All of it holds</source>
   <translation>Tout est vrai</translation>
  </message>
  <message>
   <source>All of them</source>
   <translation>Toutes</translation>
  </message>
  <message>
   <source>All of this article are in the parcel already. One too many was picked: it goes back.</source>
   <translation>Tout cet article est déjà dans le colis. Un de trop a été prélevé : il retourne en rayon.</translation>
  </message>
  <message>
   <source>All on {day}</source>
   <translation>Tout le {day}</translation>
  </message>
  <message>
   <source>All open</source>
   <translation>En cours</translation>
  </message>
  <message>
   <source>All or none</source>
   <translation>Tout ou rien</translation>
  </message>
  <message>
   <source>All other papers</source>
   <translation>Tous les autres documents</translation>
  </message>
  <message>
   <source>All that is held of {code} is in {file}.</source>
   <translation>Tout ce que l’on garde de {code} est dans {file}.</translation>
  </message>
  <message>
   <source>All under way</source>
   <translation>Tout en cours</translation>
  </message>
  <message>
   <source>Also here: {people}. A badge switches.</source>
   <translation>Aussi ici : {people}. Un badge suffit pour changer.</translation>
  </message>
  <message>
   <source>Amazon</source>
   <translation>Amazon</translation>
  </message>
  <message>
   <source>Amend</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Montant</translation>
  </message>
  <message>
   <source>Amount from</source>
   <translation>Montant à partir de</translation>
  </message>
  <message>
   <source>Amount to</source>
   <translation>Montant jusqu’à</translation>
  </message>
  <message>
   <source>An article number (GTIN)</source>
   <translation>Un code article (GTIN)</translation>
  </message>
  <message>
   <source>An error in the program</source>
   <translation>Une erreur du programme</translation>
  </message>
  <message>
   <source>An order</source>
   <translation>Une commande</translation>
  </message>
  <message>
   <source>An order usually comes every {every} days; the last came on {day}, so this one is {days} days late.</source>
   <translation>Une commande arrive en général tous les {every} jours ; la dernière date du {day}, celle-ci a donc {days} jours de retard.</translation>
  </message>
  <message>
   <source>Announced</source>
   <translation>Annoncé</translation>
  </message>
  <message>
   <source>Announcement</source>
   <translation>Annonce</translation>
  </message>
  <message>
   <source>Another carrier chosen</source>
   <translation>Autre transporteur choisi</translation>
  </message>
  <message>
   <source>Another decision</source>
   <translation>Décision</translation>
  </message>
  <message>
   <source>Another desk was first.</source>
   <translation>Un autre poste a été plus rapide.</translation>
  </message>
  <message>
   <source>Another one is begun</source>
   <translation>Un autre est commencé</translation>
  </message>
  <message>
   <source>Another person</source>
   <translation>Changer de personne</translation>
  </message>
  <message>
   <source>Another person signs in</source>
   <translation>Une autre personne se connecte</translation>
  </message>
  <message>
   <source>Another piece is claimed; you fetch it</source>
   <translation>Une autre pièce est réservée ; allez la chercher</translation>
  </message>
  <message>
   <source>Another program holds the port, or this user may not open it.</source>
   <translation>Un autre programme tient le port, ou cet utilisateur ne peut pas l’ouvrir.</translation>
  </message>
  <message>
   <source>Another return</source>
   <translation>Autre retour</translation>
  </message>
  <message>
   <source>Another shipment</source>
   <translation>Autre expédition</translation>
  </message>
  <message>
   <source>Another version stands instead: {name}.</source>
   <translation>Une autre version la remplace : {name}.</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Réponse</translation>
  </message>
  <message>
   <source>Answer to an order</source>
   <translation>Réponse à une commande</translation>
  </message>
  <message>
   <source>Answer to an order, EDIFACT</source>
   <translation>Réponse à une commande, EDIFACT</translation>
  </message>
  <message>
   <source>Answer to an order, UBL</source>
   <translation>Réponse à une commande, UBL</translation>
  </message>
  <message>
   <source>Answers to orders</source>
   <translation>Réponses aux commandes</translation>
  </message>
  <message>
   <source>Any of it holds</source>
   <translation>L’un au moins est vrai</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Appliquer</translation>
  </message>
  <message>
   <source>Approval limits</source>
   <translation>Plafonds d’approbation</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Approuver</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Approuvé</translation>
  </message>
  <message>
   <source>Approved: {questions}</source>
   <translation>Approuvé : {questions}</translation>
  </message>
  <message>
   <source>Arrival</source>
   <translation>Arrivée</translation>
  </message>
  <message>
   <source>Arrival, change</source>
   <translation>Arrivée, modification</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Arrivée</translation>
  </message>
  <message>
   <source>Arrives</source>
   <translation>Arrivée</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Article complete</source>
   <translation>Article complet</translation>
  </message>
  <message>
   <source>Article number</source>
   <translation>Numéro d’article</translation>
  </message>
  <message>
   <source>Article numbers</source>
   <translation>Références</translation>
  </message>
  <message>
   <source>Article of the line</source>
   <translation>Article de la ligne</translation>
  </message>
  <message>
   <source>Article {at} of {all}</source>
   <translation>Article {at} sur {all}</translation>
  </message>
  <message>
   <source>Articles</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Articles {at} to {last} of {all}</source>
   <translation>Articles {at} à {last} sur {all}</translation>
  </message>
  <message>
   <source>As 2026-12-31; today where it is left empty</source>
   <translation>Comme 2026-12-31 ; aujourd’hui si le champ reste vide</translation>
  </message>
  <message>
   <source>As 250.00, in the order's currency</source>
   <translation>Comme 250.00, dans la devise de la commande</translation>
  </message>
  <message>
   <source>As 3 or 2.1; subsidiary ones in brackets, as 6.1 (3)</source>
   <translation>Comme 3 ou 2.1 ; les subsidiaires entre parenthèses, comme 6.1 (3)</translation>
  </message>
  <message>
   <source>As D or D/E; - where there is none</source>
   <translation>Comme D ou D/E ; - s’il n’y en a pas</translation>
  </message>
  <message>
   <source>As EUR 1.17, USD 1.36: up to 300 of them a small parcel bears a CN 22. Empty: cautious figures</source>
   <translation>Comme EUR 1.17, USD 1.36 : jusqu’à 300, un petit colis porte un CN 22. Vide : valeurs prudentes</translation>
  </message>
  <message>
   <source>As FR81234567800012</source>
   <translation>Comme FR81234567800012</translation>
  </message>
  <message>
   <source>As at first</source>
   <translation>Comme au départ</translation>
  </message>
  <message>
   <source>As it is</source>
   <translation>Actuellement</translation>
  </message>
  <message>
   <source>As it is called and printed: A-01-1</source>
   <translation>Comme on l’appelle et l’imprime : A-01-1</translation>
  </message>
  <message>
   <source>As it stands at the head of papers</source>
   <translation>Tel qu’il figure en tête des documents</translation>
  </message>
  <message>
   <source>As it stands on the goods</source>
   <translation>Comme sur la marchandise</translation>
  </message>
  <message>
   <source>As its computer is set to, BENCH-1 say</source>
   <translation>Comme réglé sur son ordinateur, BENCH-1 par exemple</translation>
  </message>
  <message>
   <source>As new</source>
   <translation>Neuf</translation>
  </message>
  <message>
   <source>As the desk that asks sees it</source>
   <translation>Tel que le poste qui demande le voit</translation>
  </message>
  <message>
   <source>As the regulations write it: AEROSOLS</source>
   <translation>Comme dans la réglementation : AEROSOLS</translation>
  </message>
  <message>
   <source>As whom the mailbox is opened.</source>
   <translation>Le compte qui ouvre la boîte.</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Vérifier à nouveau</translation>
  </message>
  <message>
   <source>Ask for the code, then press Enter</source>
   <translation>Demandez le code, puis Entrée</translation>
  </message>
  <message>
   <source>Ask the carrier again</source>
   <translation>Redemander au transporteur</translation>
  </message>
  <message>
   <source>Asked</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Asked again: {questions}</source>
   <translation>À vérifier à nouveau : {questions}</translation>
  </message>
  <message>
   <source>Asked back: done</source>
   <translation>Rendu : fait</translation>
  </message>
  <message>
   <source>Asked back: put these goods where they came from</source>
   <translation>À rendre : remettez ces articles à leur place</translation>
  </message>
  <message>
   <source>Asked back: {goods}</source>
   <translation>À rendre : {goods}</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Demandé</translation>
  </message>
  <message>
   <source>Asked for when your badge is scanned after a while; 4 to 8 digits</source>
   <translation>Demandé quand le badge est scanné après une absence ; 4 à 8 chiffres</translation>
  </message>
  <message>
   <source>Asked on</source>
   <translation>Appliquée à</translation>
  </message>
  <message>
   <source>Asked when a draft is changed</source>
   <translation>Appliquée quand un brouillon est modifié</translation>
  </message>
  <message>
   <source>Asked when an order arrives</source>
   <translation>Appliquée quand une commande arrive</translation>
  </message>
  <message>
   <source>Asking …</source>
   <translation>Recherche …</translation>
  </message>
  <message>
   <source>Assembly</source>
   <translation>Assemblage</translation>
  </message>
  <message>
   <source>At least ten characters</source>
   <translation>Au moins dix caractères</translation>
  </message>
  <message>
   <source>At the customer's</source>
   <translation>Chez le client</translation>
  </message>
  <message>
   <source>At the printer</source>
   <translation>À l’imprimante</translation>
  </message>
  <message>
   <source>At the supplier's</source>
   <translation>Chez le fournisseur</translation>
  </message>
  <message>
   <source>At the truck one scan of its label loads all its parcels.</source>
   <translation>Au camion, un seul scan de son étiquette charge tous ses colis.</translation>
  </message>
  <message>
   <source>Attach to a product</source>
   <translation>Rattacher à un article</translation>
  </message>
  <message>
   <source>Attached: {file}</source>
   <translation>Pièce jointe : {file}</translation>
  </message>
  <message>
   <source>Attempts</source>
   <translation>Essais</translation>
  </message>
  <message>
   <source>Authorise</source>
   <translation>Autoriser</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Disponible</translation>
  </message>
  <message>
   <source>Awaited</source>
   <translation>Attendu</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>Retour à la liste</translation>
  </message>
  <message>
   <source>Back to the packing bench; press Space</source>
   <translation>Retour à l’emballage ; appuyez sur Espace</translation>
  </message>
  <message>
   <source>Back to the rules</source>
   <translation>Retour aux règles</translation>
  </message>
  <message>
   <source>Back to the work</source>
   <translation>Retour au travail</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Retour arr.</translation>
  </message>
  <message>
   <source>Badge</source>
   <translation>Badge</translation>
  </message>
  <message>
   <source>Badge {code}</source>
   <translation>Badge {code}</translation>
  </message>
  <message>
   <source>Badges</source>
   <translation>Badges</translation>
  </message>
  <message>
   <source>Barcode</source>
   <translation>Code-barres</translation>
  </message>
  <message>
   <source>Barcodes</source>
   <translation>Codes-barres</translation>
  </message>
  <message>
   <source>Base data</source>
   <translation>Données de base</translation>
  </message>
  <message>
   <source>Bay</source>
   <translation>Travée</translation>
  </message>
  <message>
   <source>Bays</source>
   <translation>Travées</translation>
  </message>
  <message>
   <source>Bears</source>
   <translation>Supporte</translation>
  </message>
  <message>
   <source>Before the last end.</source>
   <translation>Avant le dernier arrêt.</translation>
  </message>
  <message>
   <source>Before {time}</source>
   <translation>Avant {time}</translation>
  </message>
  <message>
   <source>Begin with an empty database</source>
   <translation>Commencer avec une base vide</translation>
  </message>
  <message>
   <source>Being loaded</source>
   <translation>En chargement</translation>
  </message>
  <message>
   <source>Being packed</source>
   <translation>En emballage</translation>
  </message>
  <message>
   <source>Being picked</source>
   <translation>En préparation</translation>
  </message>
  <message>
   <source>Being sent</source>
   <translation>Envoi en cours</translation>
  </message>
  <message>
   <source>Belongs to</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Below it a sale needs approval; 0: none</source>
   <translation>En dessous, la vente demande un accord ; 0 : aucun</translation>
  </message>
  <message>
   <source>Below reorder point</source>
   <translation>Sous le point de commande</translation>
  </message>
  <message>
   <source>Below the reorder point</source>
   <translation>Sous le point de commande</translation>
  </message>
  <message>
   <source>Bench mode</source>
   <translation>Mode poste</translation>
  </message>
  <message>
   <source>Bench mode, or the office again</source>
   <translation>Mode poste, ou retour au bureau</translation>
  </message>
  <message>
   <source>Best before</source>
   <translation>Péremption</translation>
  </message>
  <message>
   <source>Between 0 and 100 %</source>
   <translation>Entre 0 et 100 %</translation>
  </message>
  <message>
   <source>Blanks between them</source>
   <translation>Séparés par des espaces</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>Bloqué</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>Bloque</translation>
  </message>
  <message>
   <source>Box</source>
   <translation>Carton</translation>
  </message>
  <message>
   <source>Box {name}</source>
   <translation>Carton {name}</translation>
  </message>
  <message>
   <source>Bringing the database up to date ...</source>
   <translation>Mise à jour de la base…</translation>
  </message>
  <message>
   <source>Bulk edit</source>
   <translation>Modifier en lot</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Par</translation>
  </message>
  <message>
   <source>By mail</source>
   <translation>Par courriel</translation>
  </message>
  <message>
   <source>By rule {rules}</source>
   <translation>Par la règle {rules}</translation>
  </message>
  <message>
   <source>By rule {rules}; not all done by {missed}</source>
   <translation>Par la règle {rules} ; pas tout fait par {missed}</translation>
  </message>
  <message>
   <source>By the catalogue: the last scan closes the parcel</source>
   <translation>Selon le catalogue : le dernier scan ferme le colis</translation>
  </message>
  <message>
   <source>By {who}, {time}</source>
   <translation>Par {who}, {time}</translation>
  </message>
  <message>
   <source>CEDEX</source>
   <translation>CEDEX</translation>
  </message>
  <message>
   <source>CN 22 declaration</source>
   <translation>Déclaration CN 22</translation>
  </message>
  <message>
   <source>CN 22 declarations (labels)</source>
   <translation>Déclarations CN 22 (étiquettes)</translation>
  </message>
  <message>
   <source>CN 23 declaration</source>
   <translation>Déclaration CN 23</translation>
  </message>
  <message>
   <source>CN 23 declarations (A4)</source>
   <translation>Déclarations CN 23 (A4)</translation>
  </message>
  <message>
   <source>COPY</source>
   <translation>DUPLICATA</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Appeler</translation>
  </message>
  <message>
   <source>Call a supervisor</source>
   <translation>Appeler un responsable</translation>
  </message>
  <message>
   <source>Called, nobody yet</source>
   <translation>Appel, sans réponse</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Reçu</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Revenu</translation>
  </message>
  <message>
   <source>Came before</source>
   <translation>Déjà reçu</translation>
  </message>
  <message>
   <source>Came from</source>
   <translation>Canal</translation>
  </message>
  <message>
   <source>Came in as a message, {channel} {external}</source>
   <translation>Reçue par message, {channel} {external}</translation>
  </message>
  <message>
   <source>Came out</source>
   <translation>Sorti</translation>
  </message>
  <message>
   <source>Can be promised</source>
   <translation>Peut être promis</translation>
  </message>
  <message>
   <source>Can ship now</source>
   <translation>Peut partir</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Cancel order</source>
   <translation>Annuler la commande</translation>
  </message>
  <message>
   <source>Cancel printing</source>
   <translation>Annuler l’impression</translation>
  </message>
  <message>
   <source>Cancel the order</source>
   <translation>Annuler la commande</translation>
  </message>
  <message>
   <source>Cancel the return</source>
   <translation>Annuler le retour</translation>
  </message>
  <message>
   <source>Cancellation undone</source>
   <translation>Annulation levée</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Annulé</translation>
  </message>
  <message>
   <source>Cancelled: {reason}</source>
   <translation>Annulé : {reason}</translation>
  </message>
  <message>
   <source>Carriage</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Transporteur</translation>
  </message>
  <message>
   <source>Carrier by rule</source>
   <translation>Transporteur selon les règles</translation>
  </message>
  <message>
   <source>Carrier not told</source>
   <translation>Transporteur non informé</translation>
  </message>
  <message>
   <source>Carrier of {shipment}</source>
   <translation>Transporteur de {shipment}</translation>
  </message>
  <message>
   <source>Carrier or service</source>
   <translation>Transporteur ou service</translation>
  </message>
  <message>
   <source>Carrier rules</source>
   <translation>Règles de transport</translation>
  </message>
  <message>
   <source>Carriers</source>
   <translation>Transporteurs</translation>
  </message>
  <message>
   <source>Cartons</source>
   <translation>Cartons</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Catégorie</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>Change a line</source>
   <translation>Changer une ligne</translation>
  </message>
  <message>
   <source>Change carrier</source>
   <translation>Changer de transporteur</translation>
  </message>
  <message>
   <source>Change the search or the filters.</source>
   <translation>Changez la recherche ou les filtres.</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Modifiée</translation>
  </message>
  <message>
   <source>Changed, {total}</source>
   <translation>Modifiée, {total}</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Canal</translation>
  </message>
  <message>
   <source>Channels</source>
   <translation>Canaux</translation>
  </message>
  <message>
   <source>Character that the scanner sends before every code</source>
   <translation>Caractère que le lecteur envoie avant chaque code</translation>
  </message>
  <message>
   <source>Choose</source>
   <translation>Choisir</translation>
  </message>
  <message>
   <source>Choose a box</source>
   <translation>Choisir un carton</translation>
  </message>
  <message>
   <source>Choose a day after today.</source>
   <translation>Choisissez un jour après aujourd’hui.</translation>
  </message>
  <message>
   <source>Choose a logo</source>
   <translation>Choisir un logo</translation>
  </message>
  <message>
   <source>Choose another one</source>
   <translation>Choisissez-en une autre</translation>
  </message>
  <message>
   <source>Choose another view.</source>
   <translation>Choisissez une autre vue.</translation>
  </message>
  <message>
   <source>Choose at least one.</source>
   <translation>Choisissez-en au moins un.</translation>
  </message>
  <message>
   <source>Choose the goods first: scan one of them, or press Enter.</source>
   <translation>Choisissez d’abord la marchandise : scannez une pièce, ou Entrée.</translation>
  </message>
  <message>
   <source>Choose the product that {code} stands for.</source>
   <translation>Choisissez l’article que désigne {code}.</translation>
  </message>
  <message>
   <source>Claim let go</source>
   <translation>Affectation levée</translation>
  </message>
  <message>
   <source>Claimed</source>
   <translation>Affecté</translation>
  </message>
  <message>
   <source>Clear all</source>
   <translation>Tout effacer</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Close and print</source>
   <translation>Fermer et imprimer</translation>
  </message>
  <message>
   <source>Close parcel</source>
   <translation>Fermer le colis</translation>
  </message>
  <message>
   <source>Close parcel {position}</source>
   <translation>Fermez le colis {position}</translation>
  </message>
  <message>
   <source>Close the pick-up</source>
   <translation>Clôturer l’enlèvement</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Clôturé</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Code or barcode</source>
   <translation>Code ou code-barres</translation>
  </message>
  <message>
   <source>Code or name</source>
   <translation>Code ou nom</translation>
  </message>
  <message>
   <source>Code, name or barcode</source>
   <translation>Code, nom ou code-barres</translation>
  </message>
  <message>
   <source>Codes, as the order names one</source>
   <translation>Codes, tels que la commande les porte</translation>
  </message>
  <message>
   <source>Codes, commas between; ! before them means all others</source>
   <translation>Codes séparés par des virgules ; ! devant : tous les autres</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Couleurs</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
  <message>
   <source>Coming back</source>
   <translation>En retour</translation>
  </message>
  <message>
   <source>Command card</source>
   <translation>Carte de commandes</translation>
  </message>
  <message>
   <source>Command cards</source>
   <translation>Cartes de commandes</translation>
  </message>
  <message>
   <source>Commas between</source>
   <translation>Séparés par des virgules</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Société</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Confirmer</translation>
  </message>
  <message>
   <source>Confirm all as printed</source>
   <translation>Tout valider selon le bon</translation>
  </message>
  <message>
   <source>Confirm as printed</source>
   <translation>Valider selon le bon</translation>
  </message>
  <message>
   <source>Confirm, next article</source>
   <translation>Valider, article suivant</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Confirmé</translation>
  </message>
  <message>
   <source>Confirmed, shipment {shipment}</source>
   <translation>Confirmé, expédition {shipment}</translation>
  </message>
  <message>
   <source>Conflict</source>
   <translation>Conflit</translation>
  </message>
  <message>
   <source>Conflicts</source>
   <translation>Conflits</translation>
  </message>
  <message>
   <source>Connected</source>
   <translation>Connecté</translation>
  </message>
  <message>
   <source>Consignment</source>
   <translation>Dépôt-vente</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contact</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Contacts</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Duplicata</translation>
  </message>
  <message>
   <source>Copy an order</source>
   <translation>Copier une commande</translation>
  </message>
  <message>
   <source>Copy of {name}</source>
   <translation>Copie de {name}</translation>
  </message>
  <message>
   <source>Copy the details</source>
   <translation>Copier le détail</translation>
  </message>
  <message>
   <source>Copy the link</source>
   <translation>Copier le lien</translation>
  </message>
  <message>
   <source>Copy the list</source>
   <translation>Copier la liste</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Compter</translation>
  </message>
  <message>
   <source>Count here</source>
   <translation>Compter ici</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Compté</translation>
  </message>
  <message>
   <source>Counted already.</source>
   <translation>Déjà compté.</translation>
  </message>
  <message>
   <source>Counted now</source>
   <translation>Compté</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Pays</translation>
  </message>
  <message>
   <source>Country of origin</source>
   <translation>Pays d’origine</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Avoir</translation>
  </message>
  <message>
   <source>Credit limit</source>
   <translation>Encours autorisé</translation>
  </message>
  <message>
   <source>Credit limit exceeded</source>
   <translation>Encours autorisé dépassé</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Avoir</translation>
  </message>
  <message>
   <source>Credit note {number}</source>
   <translation>Avoir {number}</translation>
  </message>
  <message>
   <source>Credit note {number}: {amount}.</source>
   <translation>Avoir {number} : {amount}.</translation>
  </message>
  <message>
   <source>Credited, {number}: {total}</source>
   <translation>Avoir {number} : {total}</translation>
  </message>
  <message>
   <source>Ctrl+Z opens the last closed parcel again.</source>
   <translation>Ctrl+Z rouvre le dernier colis fermé.</translation>
  </message>
  <message>
   <source>Cubic centimetres a kilogram, often 5000; 0 charges by weight alone</source>
   <translation>Centimètres cubes par kilogramme, souvent 5000 ; 0 ne compte que le poids</translation>
  </message>
  <message>
   <source>Currencies</source>
   <translation>Devises</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Devise</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>Customer PO</source>
   <translation>Réf. client</translation>
  </message>
  <message>
   <source>Customer PO {number}</source>
   <translation>réf. client {number}</translation>
  </message>
  <message>
   <source>Customer account</source>
   <translation>Compte client</translation>
  </message>
  <message>
   <source>Customer blocked</source>
   <translation>Client bloqué</translation>
  </message>
  <message>
   <source>Customer service</source>
   <translation>Service clients</translation>
  </message>
  <message>
   <source>Customer service pays {amount} back. Scan the next return.</source>
   <translation>Le service clients rembourse {amount}. Scannez le retour suivant.</translation>
  </message>
  <message>
   <source>Customer told</source>
   <translation>Client prévenu</translation>
  </message>
  <message>
   <source>Customer's reference</source>
   <translation>Référence du client</translation>
  </message>
  <message>
   <source>Customer's reference contains</source>
   <translation>Référence client contenant</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Clients</translation>
  </message>
  <message>
   <source>Customers who have it</source>
   <translation>Clients qui l’ont</translation>
  </message>
  <message>
   <source>Customer’s own</source>
   <translation>Celle du client</translation>
  </message>
  <message>
   <source>Customs code</source>
   <translation>Code douanier</translation>
  </message>
  <message>
   <source>Customs declaration</source>
   <translation>Déclaration en douane</translation>
  </message>
  <message>
   <source>Customs number (EORI)</source>
   <translation>Numéro de douane (EORI)</translation>
  </message>
  <message>
   <source>Cut-off</source>
   <translation>Heure limite</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Abîmé</translation>
  </message>
  <message>
   <source>Dangerous goods marks</source>
   <translation>Marques de marchandises dangereuses</translation>
  </message>
  <message>
   <source>Dangerous goods marks (A4)</source>
   <translation>Marques de danger (A4)</translation>
  </message>
  <message>
   <source>Dangerous goods marks (labels)</source>
   <translation>Marques de danger (étiquettes)</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Data bits, parity, stop bits</source>
   <translation>Bits de données, parité, bits d’arrêt</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Jour</translation>
  </message>
  <message>
   <source>Day, month and year</source>
   <translation>Jour, mois et année</translation>
  </message>
  <message>
   <source>Days back</source>
   <translation>Jours en arrière</translation>
  </message>
  <message>
   <source>Days late</source>
   <translation>Retard (j)</translation>
  </message>
  <message>
   <source>Days on the way</source>
   <translation>Jours de transport</translation>
  </message>
  <message>
   <source>Days to pay</source>
   <translation>Délai de paiement en jours</translation>
  </message>
  <message>
   <source>Decide first: F5 splits the order, F6 lets all of it wait.</source>
   <translation>Décidez d’abord : F5 fractionne la commande, F6 la fait attendre en entier.</translation>
  </message>
  <message>
   <source>Decided by</source>
   <translation>Décidé par</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Décision</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Suppr</translation>
  </message>
  <message>
   <source>Delete view</source>
   <translation>Supprimer la vue</translation>
  </message>
  <message>
   <source>Deliver to</source>
   <translation>Livrer à</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Livré</translation>
  </message>
  <message>
   <source>Delivered, {shipment}</source>
   <translation>Livré, {shipment}</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Livraisons</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Livraison</translation>
  </message>
  <message>
   <source>Delivery note</source>
   <translation>Bon de livraison</translation>
  </message>
  <message>
   <source>Delivery notes</source>
   <translation>Bons de livraison</translation>
  </message>
  <message>
   <source>Delivery undone, {shipment}</source>
   <translation>Livraison annulée, {shipment}</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>Poste</translation>
  </message>
  <message>
   <source>Desk {code}</source>
   <translation>Poste {code}</translation>
  </message>
  <message>
   <source>Desk {desk} calls.</source>
   <translation>Le poste {desk} appelle.</translation>
  </message>
  <message>
   <source>Desk {desk} sees that you are coming.</source>
   <translation>Le poste {desk} voit que vous arrivez.</translation>
  </message>
  <message>
   <source>Desks</source>
   <translation>Postes</translation>
  </message>
  <message>
   <source>Despatch advice</source>
   <translation>Avis d’expédition</translation>
  </message>
  <message>
   <source>Despatch advice, EDIFACT</source>
   <translation>Avis d’expédition EDIFACT</translation>
  </message>
  <message>
   <source>Despatch advice, UBL</source>
   <translation>Avis d’expédition UBL</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Détail</translation>
  </message>
  <message>
   <source>Did it come out?</source>
   <translation>Est-il sorti ?</translation>
  </message>
  <message>
   <source>Did it go?</source>
   <translation>Est-ce parti ?</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Écart</translation>
  </message>
  <message>
   <source>Disable</source>
   <translation>Désactiver</translation>
  </message>
  <message>
   <source>Disable or enable</source>
   <translation>Désactiver ou réactiver</translation>
  </message>
  <message>
   <source>Disabled</source>
   <translation>Désactivé</translation>
  </message>
  <message>
   <source>Discontinued</source>
   <translation>Arrêté</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Remise</translation>
  </message>
  <message>
   <source>Discount in %</source>
   <translation>Remise en %</translation>
  </message>
  <message>
   <source>Dispatch</source>
   <translation>Départ</translation>
  </message>
  <message>
   <source>Dispatch, desk {desk}</source>
   <translation>Départ, poste {desk}</translation>
  </message>
  <message>
   <source>Dispute</source>
   <translation>Litige</translation>
  </message>
  <message>
   <source>Dispute dropped</source>
   <translation>Litige abandonné</translation>
  </message>
  <message>
   <source>Dispute opened again</source>
   <translation>Litige rouvert</translation>
  </message>
  <message>
   <source>Dispute settled</source>
   <translation>Litige réglé</translation>
  </message>
  <message>
   <source>Disputes</source>
   <translation>Litiges</translation>
  </message>
  <message>
   <source>District</source>
   <translation>Quartier</translation>
  </message>
  <message>
   <source>Do not send</source>
   <translation>Ne pas envoyer</translation>
  </message>
  <message>
   <source>Do this</source>
   <translation>Faire ceci</translation>
  </message>
  <message>
   <source>Documents attached</source>
   <translation>Documents joints</translation>
  </message>
  <message>
   <source>Does</source>
   <translation>Fait</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Bas</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Brouillon</translation>
  </message>
  <message>
   <source>Draft {number}</source>
   <translation>Brouillon {number}</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>Brouillons</translation>
  </message>
  <message>
   <source>Driver's name</source>
   <translation>Nom du chauffeur</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>Abandonner</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>Abandonné</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Échéance</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>EDI</source>
   <translation>EDI</translation>
  </message>
  <message>
   <source>EDIFACT</source>
   <translation>EDIFACT</translation>
  </message>
  <message>
   <source>EDIFACT DESADV</source>
   <translation>EDIFACT DESADV</translation>
  </message>
  <message>
   <source>EDIFACT ORDRSP</source>
   <translation>EDIFACT ORDRSP</translation>
  </message>
  <message>
   <source>Each of these has a number of its own. Scan the one on the damaged piece.</source>
   <translation>Chaque pièce a son propre numéro. Scannez celui de la pièce abîmée.</translation>
  </message>
  <message>
   <source>Each rule that does something to an order leaves a line here.</source>
   <translation>Chaque règle qui agit sur une commande laisse une ligne ici.</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Plus tôt</translation>
  </message>
  <message>
   <source>Edit as a table</source>
   <translation>Modifier en tableau</translation>
  </message>
  <message>
   <source>Edit the draft</source>
   <translation>Modifier le brouillon</translation>
  </message>
  <message>
   <source>Edit the service</source>
   <translation>Modifier le service</translation>
  </message>
  <message>
   <source>Empty pallet</source>
   <translation>Palette vide</translation>
  </message>
  <message>
   <source>Enable</source>
   <translation>Réactiver</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Fin</translation>
  </message>
  <message>
   <source>End after today</source>
   <translation>Terminer ce soir</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Anglais</translation>
  </message>
  <message>
   <source>English label</source>
   <translation>libellé anglais</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Entrée</translation>
  </message>
  <message>
   <source>Enter a number of at least {least}.</source>
   <translation>Saisissez un nombre d’au moins {least}.</translation>
  </message>
  <message>
   <source>Enter closes it and prints its label.</source>
   <translation>Entrée la ferme et imprime son étiquette.</translation>
  </message>
  <message>
   <source>Enter opens {number}.</source>
   <translation>Entrée ouvre {number}.</translation>
  </message>
  <message>
   <source>Enter or Tab</source>
   <translation>Entrée ou Tab</translation>
  </message>
  <message>
   <source>Enter the price</source>
   <translation>Saisir le prix</translation>
  </message>
  <message>
   <source>Entered by</source>
   <translation>Saisie par</translation>
  </message>
  <message>
   <source>Entered, {total}</source>
   <translation>Saisi, {total}</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Fiche</translation>
  </message>
  <message>
   <source>Envelope</source>
   <translation>Pochette</translation>
  </message>
  <message>
   <source>Erase for good</source>
   <translation>Effacer pour de bon</translation>
  </message>
  <message>
   <source>Erase personal data</source>
   <translation>Effacer les données personnelles</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Échap</translation>
  </message>
  <message>
   <source>Esc goes back.</source>
   <translation>Échap pour revenir.</translation>
  </message>
  <message>
   <source>Every desk sees why: {reason}.</source>
   <translation>Chaque poste voit pourquoi : {reason}.</translation>
  </message>
  <message>
   <source>Every warehouse</source>
   <translation>Tous les entrepôts</translation>
  </message>
  <message>
   <source>Everybody sees it</source>
   <translation>Visible par tous</translation>
  </message>
  <message>
   <source>Everything came</source>
   <translation>Tout est arrivé</translation>
  </message>
  <message>
   <source>Everything is packed</source>
   <translation>Tout est emballé</translation>
  </message>
  <message>
   <source>Everything is picked</source>
   <translation>Tout est prélevé</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Partout</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Échange</translation>
  </message>
  <message>
   <source>Exchange of {order}</source>
   <translation>Échange de {order}</translation>
  </message>
  <message>
   <source>Expect no more</source>
   <translation>Ne plus attendre</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Attendu</translation>
  </message>
  <message>
   <source>Expected on</source>
   <translation>Attendu le</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exporter</translation>
  </message>
  <message>
   <source>Exporting to {file}</source>
   <translation>Export vers {file}</translation>
  </message>
  <message>
   <source>Exporting to {file}: {rows} rows</source>
   <translation>Export vers {file} : {rows} lignes</translation>
  </message>
  <message>
   <source>Extra</source>
   <translation>Ajout</translation>
  </message>
  <message>
   <source>F3 packs {number} together with {who}.</source>
   <translation>F3 pour emballer {number} avec {who}.</translation>
  </message>
  <message>
   <source>F4 goes on loading.</source>
   <translation>F4 reprend le chargement.</translation>
  </message>
  <message>
   <source>F5 tells again</source>
   <translation>F5 pour réessayer</translation>
  </message>
  <message>
   <source>F7 makes it</source>
   <translation>F7 pour créer l’étiquette</translation>
  </message>
  <message>
   <source>F7 prints a copy</source>
   <translation>F7 pour un duplicata</translation>
  </message>
  <message>
   <source>Fetch it at {places}</source>
   <translation>Allez chercher à {places}</translation>
  </message>
  <message>
   <source>Fetch {qty} {sku}</source>
   <translation>À chercher : {qty} {sku}</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>Retiré</translation>
  </message>
  <message>
   <source>Fewer than {pieces}; else confirm the line.</source>
   <translation>Moins de {pieces} ; sinon validez la ligne.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Files are</source>
   <translation>Format des fichiers</translation>
  </message>
  <message>
   <source>Files are exchanged</source>
   <translation>Échange de fichiers</translation>
  </message>
  <message>
   <source>Fill in what it is to become.</source>
   <translation>Indiquez la nouvelle valeur.</translation>
  </message>
  <message>
   <source>Filling</source>
   <translation>Calage</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filtrer</translation>
  </message>
  <message>
   <source>Filter; Delete takes it away</source>
   <translation>Filtre ; Suppr l’enlève</translation>
  </message>
  <message>
   <source>Find the order on the left, or scan its number.</source>
   <translation>Trouvez la commande à gauche, ou scannez son numéro.</translation>
  </message>
  <message>
   <source>Finish the shipment</source>
   <translation>Terminez l’expédition</translation>
  </message>
  <message>
   <source>First password</source>
   <translation>Premier mot de passe</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Folder for answers</source>
   <translation>Dossier des réponses</translation>
  </message>
  <message>
   <source>Folder for despatch advices</source>
   <translation>Dossier des avis d’expédition</translation>
  </message>
  <message>
   <source>Folder for requests</source>
   <translation>Dossier des demandes</translation>
  </message>
  <message>
   <source>Folder of its answers</source>
   <translation>Dossier de ses réponses</translation>
  </message>
  <message>
   <source>Folder {name}</source>
   <translation>Dossier {name}</translation>
  </message>
  <message>
   <source>Follow it</source>
   <translation>Suivre</translation>
  </message>
  <message>
   <source>Foot of papers</source>
   <translation>Pied des documents</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>For a folder that does not answer</source>
   <translation>Pour un dossier qui ne répond pas</translation>
  </message>
  <message>
   <source>For a scale that sends a number alone</source>
   <translation>Pour une balance qui n’envoie qu’un nombre</translation>
  </message>
  <message>
   <source>For customer</source>
   <translation>Pour le client</translation>
  </message>
  <message>
   <source>For sale</source>
   <translation>À la vente</translation>
  </message>
  <message>
   <source>For you who learn</source>
   <translation>Pour vous qui apprenez</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Trouvé</translation>
  </message>
  <message>
   <source>Found out by content</source>
   <translation>Reconnu au contenu</translation>
  </message>
  <message>
   <source>Fragile: nothing is packed on top of it</source>
   <translation>Fragile : rien n’est posé dessus</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Disponible</translation>
  </message>
  <message>
   <source>Freight</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>French</source>
   <translation>Français</translation>
  </message>
  <message>
   <source>French label</source>
   <translation>libellé français</translation>
  </message>
  <message>
   <source>Friday</source>
   <translation>Vendredi</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>From day</source>
   <translation>À partir du jour</translation>
  </message>
  <message>
   <source>From grams</source>
   <translation>À partir de (grammes)</translation>
  </message>
  <message>
   <source>From parcel {source} into parcel {target}.</source>
   <translation>Du colis {source} au colis {target}.</translation>
  </message>
  <message>
   <source>From pieces</source>
   <translation>À partir de pièces</translation>
  </message>
  <message>
   <source>From warehouse</source>
   <translation>Depuis l’entrepôt</translation>
  </message>
  <message>
   <source>GLN</source>
   <translation>GLN</translation>
  </message>
  <message>
   <source>GS1 company prefix</source>
   <translation>Préfixe d’entreprise GS1</translation>
  </message>
  <message>
   <source>GS1 number of 13 digits</source>
   <translation>Numéro GS1 à 13 chiffres</translation>
  </message>
  <message>
   <source>GS1 number of 13 digits, the sender of despatch advices</source>
   <translation>Numéro GS1 à 13 chiffres, émetteur des avis d’expédition</translation>
  </message>
  <message>
   <source>Girth and length</source>
   <translation>Pourtour et longueur</translation>
  </message>
  <message>
   <source>Give it up</source>
   <translation>Abandonner</translation>
  </message>
  <message>
   <source>Give labels up</source>
   <translation>Renoncer aux étiquettes</translation>
  </message>
  <message>
   <source>Give the pick-up up</source>
   <translation>Abandonner l’enlèvement</translation>
  </message>
  <message>
   <source>Give the view a name.</source>
   <translation>Donnez un nom à la vue.</translation>
  </message>
  <message>
   <source>Give {number} up?</source>
   <translation>Abandonner {number} ?</translation>
  </message>
  <message>
   <source>Given up</source>
   <translation>Abandonné</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Go on packing</source>
   <translation>Continuer l’emballage</translation>
  </message>
  <message>
   <source>Go to {screen}</source>
   <translation>Aller à {screen}</translation>
  </message>
  <message>
   <source>Goes on later</source>
   <translation>Reprise plus tard</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Marchandise</translation>
  </message>
  <message>
   <source>Goods cannot be sent before there is one.</source>
   <translation>Sans adresse, rien ne peut partir.</translation>
  </message>
  <message>
   <source>Goods here are for sale.</source>
   <translation>La marchandise ici est à la vente.</translation>
  </message>
  <message>
   <source>Goods here are not for sale.</source>
   <translation>La marchandise ici n’est pas à la vente.</translation>
  </message>
  <message>
   <source>Goods in</source>
   <translation>Réceptions</translation>
  </message>
  <message>
   <source>Goods of return {number} judged</source>
   <translation>Marchandise du retour {number} contrôlée</translation>
  </message>
  <message>
   <source>Goods past their date are never sent. Set them apart and report them with F6.</source>
   <translation>Une marchandise périmée ne part jamais. Mettez-la à part et signalez-la avec F6.</translation>
  </message>
  <message>
   <source>Goods were missing in picking, {shipment}</source>
   <translation>Manquant à la préparation, {shipment}</translation>
  </message>
  <message>
   <source>Goods worth from</source>
   <translation>Valeur des marchandises dès</translation>
  </message>
  <message>
   <source>Goods, {percent} off</source>
   <translation>Marchandise, remise {percent}</translation>
  </message>
  <message>
   <source>Grade A</source>
   <translation>Grade A</translation>
  </message>
  <message>
   <source>Grade B</source>
   <translation>Grade B</translation>
  </message>
  <message>
   <source>Grade C</source>
   <translation>Grade C</translation>
  </message>
  <message>
   <source>Grade D</source>
   <translation>Grade D</translation>
  </message>
  <message>
   <source>Hand nothing over; press Space</source>
   <translation>Ne remettez rien ; appuyez sur Espace</translation>
  </message>
  <message>
   <source>Hand out their data</source>
   <translation>Remettre ses données</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Remettre</translation>
  </message>
  <message>
   <source>Hand over without them</source>
   <translation>Remettre sans eux</translation>
  </message>
  <message>
   <source>Hand over without them?</source>
   <translation>Remettre sans eux ?</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Remis</translation>
  </message>
  <message>
   <source>Has a tag of</source>
   <translation>Porte une étiquette parmi</translation>
  </message>
  <message>
   <source>Hazard class</source>
   <translation>Classe de danger</translation>
  </message>
  <message>
   <source>Heaviest content in grams</source>
   <translation>Contenu le plus lourd, en grammes</translation>
  </message>
  <message>
   <source>Heaviest parcel</source>
   <translation>Colis le plus lourd</translation>
  </message>
  <message>
   <source>Height in millimetres</source>
   <translation>Hauteur en millimètres</translation>
  </message>
  <message>
   <source>Height inside, in millimetres</source>
   <translation>Hauteur intérieure, en millimètres</translation>
  </message>
  <message>
   <source>Height outside, in millimetres</source>
   <translation>Hauteur extérieure, en millimètres</translation>
  </message>
  <message>
   <source>Height, cm</source>
   <translation>Hauteur, cm</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Bloqué</translation>
  </message>
  <message>
   <source>Held for</source>
   <translation>Motif de blocage</translation>
  </message>
  <message>
   <source>Held until {day}: {reason}</source>
   <translation>Bloqué jusqu’au {day} : {reason}</translation>
  </message>
  <message>
   <source>Held: {reason}</source>
   <translation>Bloqué : {reason}</translation>
  </message>
  <message>
   <source>Here already</source>
   <translation>Déjà là</translation>
  </message>
  <message>
   <source>Here already: {name}</source>
   <translation>Déjà là : {name}</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Haute</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Contraste élevé</translation>
  </message>
  <message>
   <source>Hold</source>
   <translation>Bloquer</translation>
  </message>
  <message>
   <source>Hold for</source>
   <translation>Bloquer pour</translation>
  </message>
  <message>
   <source>Hold released</source>
   <translation>Débloqué</translation>
  </message>
  <message>
   <source>Hold until</source>
   <translation>Bloquer jusqu’à</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>S’applique</translation>
  </message>
  <message>
   <source>Holds an article of</source>
   <translation>Contient un article parmi</translation>
  </message>
  <message>
   <source>Holds goods of category</source>
   <translation>Contient la catégorie</translation>
  </message>
  <message>
   <source>Holds when</source>
   <translation>Vraie quand</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Début</translation>
  </message>
  <message>
   <source>How far weights may be off is saved.</source>
   <translation>La tolérance de poids est enregistrée.</translation>
  </message>
  <message>
   <source>How many are wrong?</source>
   <translation>Combien sont en cause ?</translation>
  </message>
  <message>
   <source>How many does the next scan count?</source>
   <translation>Combien de pièces pour le prochain scan ?</translation>
  </message>
  <message>
   <source>How many more or fewer there are.</source>
   <translation>Combien en plus ou en moins.</translation>
  </message>
  <message>
   <source>I am coming</source>
   <translation>J’arrive</translation>
  </message>
  <message>
   <source>If the order is so</source>
   <translation>Si la commande est ainsi</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Import profile of tables</source>
   <translation>Profil d’import des tableaux</translation>
  </message>
  <message>
   <source>Imported from a file</source>
   <translation>Importée d’un fichier</translation>
  </message>
  <message>
   <source>In fulfilment</source>
   <translation>En cours</translation>
  </message>
  <message>
   <source>In grams; 0 for no limit</source>
   <translation>En grammes ; 0 : sans limite</translation>
  </message>
  <message>
   <source>In millimetres</source>
   <translation>En millimètres</translation>
  </message>
  <message>
   <source>In millimetres; 0 for no limit</source>
   <translation>En millimètres ; 0 : sans limite</translation>
  </message>
  <message>
   <source>In packs</source>
   <translation>Conditionnement</translation>
  </message>
  <message>
   <source>In parcel {source}</source>
   <translation>Dans le colis {source}</translation>
  </message>
  <message>
   <source>In part</source>
   <translation>En partie</translation>
  </message>
  <message>
   <source>In picking</source>
   <translation>En préparation</translation>
  </message>
  <message>
   <source>In the parcel again: {pieces} {sku}</source>
   <translation>De nouveau dans le colis : {pieces} {sku}</translation>
  </message>
  <message>
   <source>In training: benches explain every step</source>
   <translation>En formation : le poste explique chaque étape</translation>
  </message>
  <message>
   <source>In transit</source>
   <translation>En transit</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>En service</translation>
  </message>
  <message>
   <source>Incident</source>
   <translation>Incident</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Incidents</translation>
  </message>
  <message>
   <source>Included; empty for good</source>
   <translation>Inclus ; vide : sans fin</translation>
  </message>
  <message>
   <source>Incoming</source>
   <translation>Attendu</translation>
  </message>
  <message>
   <source>Informs</source>
   <translation>Informe</translation>
  </message>
  <message>
   <source>Ins</source>
   <translation>Inser</translation>
  </message>
  <message>
   <source>Inside</source>
   <translation>Intérieur</translation>
  </message>
  <message>
   <source>Inspected</source>
   <translation>Contrôlé</translation>
  </message>
  <message>
   <source>Intake</source>
   <translation>Réception flux</translation>
  </message>
  <message>
   <source>Internal note</source>
   <translation>Note interne</translation>
  </message>
  <message>
   <source>Into which parcel?</source>
   <translation>Dans quel colis ?</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Facture</translation>
  </message>
  <message>
   <source>Invoice address, where it is another</source>
   <translation>Adresse de facturation, si différente</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Factures</translation>
  </message>
  <message>
   <source>Invoices overdue</source>
   <translation>Factures échues</translation>
  </message>
  <message>
   <source>It asks for what this program does not know: {names}.</source>
   <translation>Elle demande ce que ce programme ne connaît pas : {names}.</translation>
  </message>
  <message>
   <source>It came out</source>
   <translation>Il est sorti</translation>
  </message>
  <message>
   <source>It closes by itself when the weight is right.</source>
   <translation>Il se ferme tout seul quand le poids est bon.</translation>
  </message>
  <message>
   <source>It could not be made yet.</source>
   <translation>Il n’a pas encore pu être établi.</translation>
  </message>
  <message>
   <source>It ends each code with Enter.</source>
   <translation>Il termine chaque code par Entrée.</translation>
  </message>
  <message>
   <source>It ends each code with Tab.</source>
   <translation>Il termine chaque code par Tab.</translation>
  </message>
  <message>
   <source>It ends each code with the suffix of this desk.</source>
   <translation>Il termine chaque code par le suffixe de ce poste.</translation>
  </message>
  <message>
   <source>It follows as soon as there is some</source>
   <translation>Il suivra dès qu’il y en aura</translation>
  </message>
  <message>
   <source>It follows with {number}.</source>
   <translation>Il suit avec {number}.</translation>
  </message>
  <message>
   <source>It is</source>
   <translation>C’est</translation>
  </message>
  <message>
   <source>It is not known here whose badge {code} is. Sign in with login and password.</source>
   <translation>On ne sait pas ici à qui est le badge {code}. Connectez-vous avec identifiant et mot de passe.</translation>
  </message>
  <message>
   <source>It is the right article of another lot. The lot that was picked is the one to be sent.</source>
   <translation>C’est le bon article, d’un autre lot. C’est le lot prélevé qui doit partir.</translation>
  </message>
  <message>
   <source>It lies nowhere.</source>
   <translation>Il n’y en a nulle part.</translation>
  </message>
  <message>
   <source>It lies on the bench again then.</source>
   <translation>Il est alors de nouveau sur la table.</translation>
  </message>
  <message>
   <source>It matches {matched} of {looked}.</source>
   <translation>Elle s’applique à {matched} sur {looked}.</translation>
  </message>
  <message>
   <source>It names no unit of weight: choose one above.</source>
   <translation>Elle n’indique aucune unité de poids : choisissez-en une ci-dessus.</translation>
  </message>
  <message>
   <source>It names the kind of barcode (AIM identifier).</source>
   <translation>Il nomme le type de code-barres (identifiant AIM).</translation>
  </message>
  <message>
   <source>It sends no AIM identifier; codes are told apart by their form.</source>
   <translation>Il n’envoie pas d’identifiant AIM ; les codes se distinguent par leur forme.</translation>
  </message>
  <message>
   <source>It sends nothing after the code: set its suffix to Enter.</source>
   <translation>Il n’envoie rien après le code : réglez son suffixe sur Entrée.</translation>
  </message>
  <message>
   <source>It sends the prefix of this desk; typing is never taken for a scan.</source>
   <translation>Il envoie le préfixe de ce poste ; la frappe n’est jamais prise pour un scan.</translation>
  </message>
  <message>
   <source>It shows less than nothing: take everything off and set it to zero.</source>
   <translation>Elle affiche moins que zéro : videz-la et remettez-la à zéro.</translation>
  </message>
  <message>
   <source>It stands on the order for a supervisor. Pack the rest, or park it with Esc.</source>
   <translation>Noté sur la commande pour un responsable. Emballez le reste, ou Échap pour mettre en attente.</translation>
  </message>
  <message>
   <source>It stands on the order for a supervisor. {number} waits again.</source>
   <translation>Noté sur la commande pour un responsable. {number} attend à nouveau.</translation>
  </message>
  <message>
   <source>It types fast: at most {ms} ms between two keys.</source>
   <translation>Il tape vite : {ms} ms au plus entre deux touches.</translation>
  </message>
  <message>
   <source>It types for another keyboard. The code was read rightly; have the scanner set to this desk's layout.</source>
   <translation>Il tape pour un autre clavier. Le code est bien lu ; faites régler le lecteur sur le clavier de ce poste.</translation>
  </message>
  <message>
   <source>It types for another keyboard: set the scanner to this desk's layout. The code was read rightly.</source>
   <translation>Il tape pour un autre clavier : réglez le lecteur sur le clavier de ce poste. Le code est bien lu.</translation>
  </message>
  <message>
   <source>It types slowly, up to {ms} ms between two keys: shorten its pause between characters.</source>
   <translation>Il tape lentement, jusqu’à {ms} ms entre deux touches : réduisez sa pause entre caractères.</translation>
  </message>
  <message>
   <source>It went</source>
   <translation>C’est parti</translation>
  </message>
  <message>
   <source>Its label is void: throw it away.</source>
   <translation>Son étiquette est annulée : jetez-la.</translation>
  </message>
  <message>
   <source>Its label is worth nothing: throw it away.</source>
   <translation>Son étiquette ne vaut plus rien : à jeter.</translation>
  </message>
  <message>
   <source>Its manifest is worth nothing: throw it away.</source>
   <translation>Son bordereau ne vaut plus rien : jetez-le.</translation>
  </message>
  <message>
   <source>Its name as the system knows it</source>
   <translation>Son nom dans le système</translation>
  </message>
  <message>
   <source>Its number; by the rules as they are saved</source>
   <translation>Son numéro ; selon les règles enregistrées</translation>
  </message>
  <message>
   <source>Its pieces wait for stock.</source>
   <translation>Ses pièces attendent du stock.</translation>
  </message>
  <message>
   <source>Its serial number says which {sku} it is.</source>
   <translation>Son numéro de série dit quelle pièce {sku} c’est.</translation>
  </message>
  <message>
   <source>Its weight in the catalogue is wrong</source>
   <translation>Son poids au catalogue est faux</translation>
  </message>
  <message>
   <source>Judged</source>
   <translation>Contrôlé</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Garder</translation>
  </message>
  <message>
   <source>Keep as draft</source>
   <translation>Garder en brouillon</translation>
  </message>
  <message>
   <source>Keep the limits</source>
   <translation>Garder les plafonds</translation>
  </message>
  <message>
   <source>Keep the password in this computer's keyring</source>
   <translation>Garder le mot de passe dans le trousseau de cet ordinateur</translation>
  </message>
  <message>
   <source>Keep the table</source>
   <translation>Enregistrer le tableau</translation>
  </message>
  <message>
   <source>Keep to be settled</source>
   <translation>Garder à résoudre</translation>
  </message>
  <message>
   <source>Keep what is shown</source>
   <translation>Garder ce qui est affiché</translation>
  </message>
  <message>
   <source>Kept as a draft</source>
   <translation>Gardé en brouillon</translation>
  </message>
  <message>
   <source>Kept in this computer’s keyring alone; other desks have their own.</source>
   <translation>Gardé dans le trousseau de cet ordinateur seul ; chaque poste a le sien.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Touches</translation>
  </message>
  <message>
   <source>Keys of this screen</source>
   <translation>Touches de cet écran</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Kind and terms</source>
   <translation>Type et conditions</translation>
  </message>
  <message>
   <source>Kind of order</source>
   <translation>Type de commande</translation>
  </message>
  <message>
   <source>Kinds</source>
   <translation>Types</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Label and slip</source>
   <translation>Étiquette et colisage</translation>
  </message>
  <message>
   <source>Label asked of the carrier</source>
   <translation>Étiquette demandée au transporteur</translation>
  </message>
  <message>
   <source>Label missing</source>
   <translation>Sans étiquette</translation>
  </message>
  <message>
   <source>Label of parcel {position}, {sscc}</source>
   <translation>Étiquette du colis {position}, {sscc}</translation>
  </message>
  <message>
   <source>Labelled</source>
   <translation>Étiqueté</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Labels are set here</source>
   <translation>Étiquettes faites ici</translation>
  </message>
  <message>
   <source>Labels awaited</source>
   <translation>Étiquettes attendues</translation>
  </message>
  <message>
   <source>Labels of places</source>
   <translation>Étiquettes d’emplacement</translation>
  </message>
  <message>
   <source>Labels that a carrier sells stand here until it has answered.</source>
   <translation>Les étiquettes vendues par un transporteur figurent ici jusqu’à sa réponse.</translation>
  </message>
  <message>
   <source>Labels: {done} of {all}</source>
   <translation>Étiquettes : {done} sur {all}</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Language, colours, another person, sign out</source>
   <translation>Langue, couleurs, autre personne, déconnexion</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Agrandir</translation>
  </message>
  <message>
   <source>Last 365 days</source>
   <translation>365 derniers jours</translation>
  </message>
  <message>
   <source>Last delivery</source>
   <translation>Dernier départ</translation>
  </message>
  <message>
   <source>Last look</source>
   <translation>Dernier passage</translation>
  </message>
  <message>
   <source>Last order</source>
   <translation>Dernière commande</translation>
  </message>
  <message>
   <source>Last scans</source>
   <translation>Derniers scans</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>En retard</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Plus tard</translation>
  </message>
  <message>
   <source>Latest hand-over</source>
   <translation>Remise au plus tard</translation>
  </message>
  <message>
   <source>Leave as it is</source>
   <translation>Laisser tel quel</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Laisser</translation>
  </message>
  <message>
   <source>Leave or park</source>
   <translation>Quitter ou mettre en attente</translation>
  </message>
  <message>
   <source>Leave the fields</source>
   <translation>Quitter les champs</translation>
  </message>
  <message>
   <source>Left empty it is made of the code: BOX-M</source>
   <translation>Laissé vide, il est formé du code : BOX-M</translation>
  </message>
  <message>
   <source>Left empty there is no limit</source>
   <translation>Laissé vide, aucune limite</translation>
  </message>
  <message>
   <source>Left empty, it is made of warehouse and code.</source>
   <translation>Vide, il se compose de l’entrepôt et du code.</translation>
  </message>
  <message>
   <source>Left out.</source>
   <translation>Laissé de côté.</translation>
  </message>
  <message>
   <source>Left today</source>
   <translation>Parties aujourd’hui</translation>
  </message>
  <message>
   <source>Length in millimetres</source>
   <translation>Longueur en millimètres</translation>
  </message>
  <message>
   <source>Length inside, in millimetres</source>
   <translation>Longueur intérieure, en millimètres</translation>
  </message>
  <message>
   <source>Length outside, in millimetres</source>
   <translation>Longueur extérieure, en millimètres</translation>
  </message>
  <message>
   <source>Let the driver sign, then press Enter</source>
   <translation>Faites signer, puis Entrée</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Lettre</translation>
  </message>
  <message>
   <source>Letter not sent</source>
   <translation>Lettre non envoyée</translation>
  </message>
  <message>
   <source>Letter taken out</source>
   <translation>Lettre retirée</translation>
  </message>
  <message>
   <source>Letter to {name}</source>
   <translation>Lettre à {name}</translation>
  </message>
  <message>
   <source>Letter to {target} sent</source>
   <translation>Lettre à {target} envoyée</translation>
  </message>
  <message>
   <source>Letter to {target} written</source>
   <translation>Lettre à {target} écrite</translation>
  </message>
  <message>
   <source>Letter waits</source>
   <translation>Lettre en attente</translation>
  </message>
  <message>
   <source>Letters and despatch advices stand here, with the reason where one does not go.</source>
   <translation>Les lettres et les avis d’expédition figurent ici, avec le motif de ceux qui ne partent pas.</translation>
  </message>
  <message>
   <source>Letters and digits arrive as they are printed.</source>
   <translation>Lettres et chiffres arrivent comme imprimés.</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Niveau</translation>
  </message>
  <message>
   <source>Levels</source>
   <translation>Niveaux</translation>
  </message>
  <message>
   <source>Lies here</source>
   <translation>Contenu</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Ligne</translation>
  </message>
  <message>
   <source>Line above</source>
   <translation>Ligne au-dessus</translation>
  </message>
  <message>
   <source>Line refused</source>
   <translation>Ligne refusée</translation>
  </message>
  <message>
   <source>Line {line} is added.</source>
   <translation>La ligne {line} est ajoutée.</translation>
  </message>
  <message>
   <source>Line {line}: {why}</source>
   <translation>Ligne {line} : {why}</translation>
  </message>
  <message>
   <source>Line {number}: {ordered}, {words}</source>
   <translation>Ligne {number} : {ordered}, {words}</translation>
  </message>
  <message>
   <source>Line {number}: {words}</source>
   <translation>Ligne {number} : {words}</translation>
  </message>
  <message>
   <source>Line {sku} taken away.</source>
   <translation>Ligne {sku} retirée.</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Lignes</translation>
  </message>
  <message>
   <source>Lines of the message</source>
   <translation>Lignes du message</translation>
  </message>
  <message>
   <source>Lines of {order}</source>
   <translation>Lignes de {order}</translation>
  </message>
  <message>
   <source>Load a file</source>
   <translation>Charger un fichier</translation>
  </message>
  <message>
   <source>Load on</source>
   <translation>Continuer à charger</translation>
  </message>
  <message>
   <source>Loaded</source>
   <translation>Chargé</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>En chargement</translation>
  </message>
  <message>
   <source>Local time, as 16:30</source>
   <translation>Heure locale, comme 16:30</translation>
  </message>
  <message>
   <source>Locations</source>
   <translation>Emplacements</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Identifiant</translation>
  </message>
  <message>
   <source>Login, name or badge</source>
   <translation>Identifiant, nom ou badge</translation>
  </message>
  <message>
   <source>Longest side</source>
   <translation>Plus grand côté</translation>
  </message>
  <message>
   <source>Longest side from</source>
   <translation>Plus grand côté dès</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Chercher à nouveau</translation>
  </message>
  <message>
   <source>Look around in a sample company: 300 products, 80 customers, half a year of orders. Nothing of it is real.</source>
   <translation>Découvrez une société d’exemple : 300 articles, 80 clients, six mois de commandes. Rien n’y est réel.</translation>
  </message>
  <message>
   <source>Look for another code, then press Space</source>
   <translation>Cherchez un autre code, puis appuyez sur Espace</translation>
  </message>
  <message>
   <source>Look it up: F3</source>
   <translation>Rechercher : F3</translation>
  </message>
  <message>
   <source>Looked at, and it is right</source>
   <translation>Vérifié, c’est bon</translation>
  </message>
  <message>
   <source>Looked up as</source>
   <translation>Recherché comme</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Perdu</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Lot</translation>
  </message>
  <message>
   <source>Lot changed</source>
   <translation>Lot changé</translation>
  </message>
  <message>
   <source>Lot {lot}</source>
   <translation>Lot {lot}</translation>
  </message>
  <message>
   <source>Lot {lot} was scanned, {wanted} is to be picked.</source>
   <translation>Lot {lot} scanné, il faut prélever {wanted}.</translation>
  </message>
  <message>
   <source>Lots</source>
   <translation>Lots</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Basse</translation>
  </message>
  <message>
   <source>Lowest price</source>
   <translation>Prix plancher</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Créé</translation>
  </message>
  <message>
   <source>Made a draft again</source>
   <translation>Redevenu brouillon</translation>
  </message>
  <message>
   <source>Mail not sent</source>
   <translation>Messages non envoyés</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Boîte aux lettres</translation>
  </message>
  <message>
   <source>Make list</source>
   <translation>Créer le bon</translation>
  </message>
  <message>
   <source>Make this desk known</source>
   <translation>Déclarer ce poste</translation>
  </message>
  <message>
   <source>Make this desk known first; then say where its papers come out.</source>
   <translation>Déclarez d’abord ce poste ; puis choisissez où sortent ses documents.</translation>
  </message>
  <message>
   <source>Making the sample company</source>
   <translation>Création de la société d’exemple</translation>
  </message>
  <message>
   <source>Manifest</source>
   <translation>Bordereau</translation>
  </message>
  <message>
   <source>Many places</source>
   <translation>Plusieurs emplacements</translation>
  </message>
  <message>
   <source>May be off by, in %</source>
   <translation>Écart permis, en %</translation>
  </message>
  <message>
   <source>Mend</source>
   <translation>Corriger</translation>
  </message>
  <message>
   <source>Mended</source>
   <translation>Corrigée</translation>
  </message>
  <message>
   <source>Mended; Enter accepts it.</source>
   <translation>Corrigé ; Entrée l’accepte.</translation>
  </message>
  <message>
   <source>Mended; something still stops it.</source>
   <translation>Corrigé ; quelque chose l’arrête encore.</translation>
  </message>
  <message>
   <source>Message as it came</source>
   <translation>Message reçu</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Manquant</translation>
  </message>
  <message>
   <source>Missing or damaged</source>
   <translation>Manque ou abîmé</translation>
  </message>
  <message>
   <source>Missing: you do not find it. Damaged: you have it, and nobody would want to get it.</source>
   <translation>Manque : vous ne le trouvez pas. Abîmé : vous l’avez, mais personne ne voudrait le recevoir.</translation>
  </message>
  <message>
   <source>Missing: {fields}.</source>
   <translation>Manque : {fields}.</translation>
  </message>
  <message>
   <source>Monday</source>
   <translation>Lundi</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Plus</translation>
  </message>
  <message>
   <source>More boxes</source>
   <translation>Autres cartons</translation>
  </message>
  <message>
   <source>More came</source>
   <translation>Encore reçu</translation>
  </message>
  <message>
   <source>More lies on it than it can weigh.</source>
   <translation>La charge dépasse ce qu’elle peut peser.</translation>
  </message>
  <message>
   <source>More than was announced: put it aside.</source>
   <translation>Plus qu’annoncé : mettez de côté.</translation>
  </message>
  <message>
   <source>More than was ordered.</source>
   <translation>Plus que commandé.</translation>
  </message>
  <message>
   <source>More than {most} orders are to leave: no rate is made.</source>
   <translation>Plus de {most} commandes doivent partir : aucun taux n’est calculé.</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Déplacer</translation>
  </message>
  <message>
   <source>Move a piece</source>
   <translation>Déplacer une pièce</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>Déplacé</translation>
  </message>
  <message>
   <source>Moved back: {pieces} {sku}</source>
   <translation>Remis à sa place : {pieces} {sku}</translation>
  </message>
  <message>
   <source>Moved: {pieces} {sku}</source>
   <translation>Déplacé : {pieces} {sku}</translation>
  </message>
  <message>
   <source>Moved: {what}</source>
   <translation>Déplacé : {what}</translation>
  </message>
  <message>
   <source>My PIN</source>
   <translation>Mon code PIN</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Name or code</source>
   <translation>Nom ou code</translation>
  </message>
  <message>
   <source>Name, SKU or barcode</source>
   <translation>Nom, référence ou code-barres</translation>
  </message>
  <message>
   <source>Name, code, postal code or telephone</source>
   <translation>Nom, code, code postal ou téléphone</translation>
  </message>
  <message>
   <source>Name, code, telephone</source>
   <translation>Nom, code, téléphone</translation>
  </message>
  <message>
   <source>Name, code, telephone, postcode</source>
   <translation>Nom, code, téléphone, code postal</translation>
  </message>
  <message>
   <source>Name, place, login</source>
   <translation>Nom, emplacement, compte</translation>
  </message>
  <message>
   <source>Network address (port 9100)</source>
   <translation>Adresse réseau (port 9100)</translation>
  </message>
  <message>
   <source>New PIN</source>
   <translation>Nouveau code PIN</translation>
  </message>
  <message>
   <source>New article number</source>
   <translation>Nouveau numéro d’article</translation>
  </message>
  <message>
   <source>New badge</source>
   <translation>Nouveau badge</translation>
  </message>
  <message>
   <source>New barcode</source>
   <translation>Nouveau code-barres</translation>
  </message>
  <message>
   <source>New carrier</source>
   <translation>Nouveau transporteur</translation>
  </message>
  <message>
   <source>New carton</source>
   <translation>Nouveau carton</translation>
  </message>
  <message>
   <source>New contact</source>
   <translation>Nouveau contact</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>Nouveau client</translation>
  </message>
  <message>
   <source>New desk</source>
   <translation>Nouveau poste</translation>
  </message>
  <message>
   <source>New dispute</source>
   <translation>Nouveau litige</translation>
  </message>
  <message>
   <source>New note</source>
   <translation>Nouvelle note</translation>
  </message>
  <message>
   <source>New order</source>
   <translation>Nouvelle commande</translation>
  </message>
  <message>
   <source>New pallet</source>
   <translation>Nouvelle palette</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Nouveau mot de passe</translation>
  </message>
  <message>
   <source>New person</source>
   <translation>Nouvelle personne</translation>
  </message>
  <message>
   <source>New pick-up</source>
   <translation>Nouvel enlèvement</translation>
  </message>
  <message>
   <source>New place</source>
   <translation>Nouvel emplacement</translation>
  </message>
  <message>
   <source>New price list</source>
   <translation>Nouvelle liste de prix</translation>
  </message>
  <message>
   <source>New product</source>
   <translation>Nouvel article</translation>
  </message>
  <message>
   <source>New promise</source>
   <translation>Nouvelle promesse</translation>
  </message>
  <message>
   <source>New return</source>
   <translation>Nouveau retour</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>Nouvelle règle</translation>
  </message>
  <message>
   <source>New service</source>
   <translation>Nouveau service</translation>
  </message>
  <message>
   <source>New source</source>
   <translation>Nouvelle source</translation>
  </message>
  <message>
   <source>New supplier</source>
   <translation>Nouveau fournisseur</translation>
  </message>
  <message>
   <source>New warehouse</source>
   <translation>Nouvel entrepôt</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Suite</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>Champ suivant</translation>
  </message>
  <message>
   <source>Next list</source>
   <translation>Liste suivante</translation>
  </message>
  <message>
   <source>Next order</source>
   <translation>Commande suivante</translation>
  </message>
  <message>
   <source>Next parcel</source>
   <translation>Colis suivant</translation>
  </message>
  <message>
   <source>Next promise</source>
   <translation>Prochaine livraison</translation>
  </message>
  <message>
   <source>Next: back to the list</source>
   <translation>Ensuite : retour à la liste</translation>
  </message>
  <message>
   <source>Next: back to the pick-ups</source>
   <translation>Ensuite : retour aux enlèvements</translation>
  </message>
  <message>
   <source>Next: scan {number}</source>
   <translation>Ensuite : scannez {number}</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>No VIP</source>
   <translation>Pas VIP</translation>
  </message>
  <message>
   <source>No address</source>
   <translation>Pas d’adresse</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Pas de réponse</translation>
  </message>
  <message>
   <source>No answer.</source>
   <translation>Pas de réponse.</translation>
  </message>
  <message>
   <source>No article numbers of theirs</source>
   <translation>Aucun numéro d’article de sa part</translation>
  </message>
  <message>
   <source>No badge yet</source>
   <translation>Pas encore de badge</translation>
  </message>
  <message>
   <source>No box</source>
   <translation>Sans carton</translation>
  </message>
  <message>
   <source>No box chosen</source>
   <translation>Aucun carton choisi</translation>
  </message>
  <message>
   <source>No box fits</source>
   <translation>Aucun carton ne convient</translation>
  </message>
  <message>
   <source>No box is in use here: see Boxes in the office.</source>
   <translation>Aucun carton n’est en service ici : voyez Cartons au bureau.</translation>
  </message>
  <message>
   <source>No boxes</source>
   <translation>Aucun carton</translation>
  </message>
  <message>
   <source>No carrier</source>
   <translation>Aucun transporteur</translation>
  </message>
  <message>
   <source>No carrier fetches here</source>
   <translation>Aucun transporteur ne passe ici</translation>
  </message>
  <message>
   <source>No carriers</source>
   <translation>Aucun transporteur</translation>
  </message>
  <message>
   <source>No cartons</source>
   <translation>Aucun carton</translation>
  </message>
  <message>
   <source>No conflicts</source>
   <translation>Aucun conflit</translation>
  </message>
  <message>
   <source>No contacts</source>
   <translation>Aucun contact</translation>
  </message>
  <message>
   <source>No customer found</source>
   <translation>Aucun client trouvé</translation>
  </message>
  <message>
   <source>No customer is called {typed}.</source>
   <translation>Aucun client ne s’appelle {typed}.</translation>
  </message>
  <message>
   <source>No customers</source>
   <translation>Aucun client</translation>
  </message>
  <message>
   <source>No desk</source>
   <translation>Aucun poste</translation>
  </message>
  <message>
   <source>No desks</source>
   <translation>Aucun poste</translation>
  </message>
  <message>
   <source>No disputes</source>
   <translation>Aucun litige</translation>
  </message>
  <message>
   <source>No draft.</source>
   <translation>Pas un brouillon.</translation>
  </message>
  <message>
   <source>No invoices known</source>
   <translation>Aucune facture connue</translation>
  </message>
  <message>
   <source>No label</source>
   <translation>À étiqueter</translation>
  </message>
  <message>
   <source>No label for parcel {position} of {shipment}.</source>
   <translation>Pas d’étiquette pour le colis {position} de {shipment}.</translation>
  </message>
  <message>
   <source>No label is awaited</source>
   <translation>Aucune étiquette attendue</translation>
  </message>
  <message>
   <source>No label is missing: F7 prints a copy.</source>
   <translation>Aucune étiquette ne manque : F7 imprime un duplicata.</translation>
  </message>
  <message>
   <source>No label yet</source>
   <translation>Pas encore d’étiquette</translation>
  </message>
  <message>
   <source>No logo yet: a PNG or JPEG file of at most 512 kB.</source>
   <translation>Pas encore de logo : un fichier PNG ou JPEG de 512 ko au plus.</translation>
  </message>
  <message>
   <source>No more were announced.</source>
   <translation>Il n’y en a pas d’autre d’annoncé.</translation>
  </message>
  <message>
   <source>No notes</source>
   <translation>Aucune note</translation>
  </message>
  <message>
   <source>No open orders</source>
   <translation>Aucune commande en cours</translation>
  </message>
  <message>
   <source>No order.</source>
   <translation>Aucune commande.</translation>
  </message>
  <message>
   <source>No orders here</source>
   <translation>Aucune commande ici</translation>
  </message>
  <message>
   <source>No orders yet</source>
   <translation>Aucune commande</translation>
  </message>
  <message>
   <source>No pick-up of its carrier is open: choose one, press Enter, then scan it again.</source>
   <translation>Aucun enlèvement de son transporteur n’est ouvert : choisissez-en un, appuyez sur Entrée, puis scannez à nouveau.</translation>
  </message>
  <message>
   <source>No place has the barcode {code}.</source>
   <translation>Aucun emplacement n’a le code-barres {code}.</translation>
  </message>
  <message>
   <source>No places</source>
   <translation>Aucun emplacement</translation>
  </message>
  <message>
   <source>No price</source>
   <translation>Pas de prix</translation>
  </message>
  <message>
   <source>No price lists</source>
   <translation>Aucune liste de prix</translation>
  </message>
  <message>
   <source>No printer</source>
   <translation>Aucune imprimante</translation>
  </message>
  <message>
   <source>No product is called {typed}.</source>
   <translation>Aucun article ne s’appelle {typed}.</translation>
  </message>
  <message>
   <source>No product yet. Type one, Enter takes it.</source>
   <translation>Aucun article encore. Tapez-en un, Entrée le prend.</translation>
  </message>
  <message>
   <source>No products</source>
   <translation>Aucun article</translation>
  </message>
  <message>
   <source>No promise is in danger</source>
   <translation>Aucune promesse n’est menacée</translation>
  </message>
  <message>
   <source>No rates: it goes everywhere, at a price that nobody knows here.</source>
   <translation>Sans tarif : elle va partout, à un prix que personne ne connaît ici.</translation>
  </message>
  <message>
   <source>No return belongs to {code}.</source>
   <translation>Aucun retour pour {code}.</translation>
  </message>
  <message>
   <source>No return here</source>
   <translation>Aucun retour ici</translation>
  </message>
  <message>
   <source>No return was announced for {code}.</source>
   <translation>Aucun retour annoncé pour {code}.</translation>
  </message>
  <message>
   <source>No returns</source>
   <translation>Aucun retour</translation>
  </message>
  <message>
   <source>No rule did anything yet</source>
   <translation>Aucune règle n’a encore agi</translation>
  </message>
  <message>
   <source>No rule gives {shipment} a carrier.</source>
   <translation>Aucune règle ne donne de transporteur à {shipment}.</translation>
  </message>
  <message>
   <source>No rules</source>
   <translation>Aucune règle</translation>
  </message>
  <message>
   <source>No scale is set: weights are typed.</source>
   <translation>Aucune balance n’est réglée : les poids se tapent.</translation>
  </message>
  <message>
   <source>No scanner at hand? Type a number, then Enter.</source>
   <translation>Pas de lecteur ? Saisissez un numéro, puis Entrée.</translation>
  </message>
  <message>
   <source>No sources</source>
   <translation>Aucune source</translation>
  </message>
  <message>
   <source>No suppliers</source>
   <translation>Aucun fournisseur</translation>
  </message>
  <message>
   <source>No time limit</source>
   <translation>Sans heure limite</translation>
  </message>
  <message>
   <source>No unit</source>
   <translation>Aucune</translation>
  </message>
  <message>
   <source>No usual order.</source>
   <translation>Pas de commande habituelle.</translation>
  </message>
  <message>
   <source>No warehouses</source>
   <translation>Aucun entrepôt</translation>
  </message>
  <message>
   <source>No word</source>
   <translation>Sans nouvelles</translation>
  </message>
  <message>
   <source>No, go on</source>
   <translation>Non, continuer</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Personne</translation>
  </message>
  <message>
   <source>Nobody is called {typed}.</source>
   <translation>Personne ne s’appelle {typed}.</translation>
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation>{code} ne correspond à rien.</translation>
  </message>
  <message>
   <source>Nobody knows this barcode. Look for another one on the article; else call a supervisor with F9.</source>
   <translation>Personne ne connaît ce code-barres. Cherchez-en un autre sur l’article ; sinon appelez un responsable avec F9.</translation>
  </message>
  <message>
   <source>Nobody knows when more comes.</source>
   <translation>On ne sait pas quand il en arrive d’autres.</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Aucun</translation>
  </message>
  <message>
   <source>None was counted.</source>
   <translation>Aucun n’a été compté.</translation>
  </message>
  <message>
   <source>None yet: products have their own prices.</source>
   <translation>Aucun encore : les articles gardent leur propre prix.</translation>
  </message>
  <message>
   <source>None yet; they are made at the packing bench.</source>
   <translation>Aucun pour l’instant ; ils se créent au poste d’emballage.</translation>
  </message>
  <message>
   <source>None.</source>
   <translation>Aucune.</translation>
  </message>
  <message>
   <source>None; the customer's own fields name their list.</source>
   <translation>Aucun ; la liste se choisit dans la fiche du client.</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normale</translation>
  </message>
  <message>
   <source>Not all was understood.</source>
   <translation>Tout n’a pas été compris.</translation>
  </message>
  <message>
   <source>Not allowed.</source>
   <translation>Non autorisé.</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>Non fait</translation>
  </message>
  <message>
   <source>Not done.</source>
   <translation>Non fait.</translation>
  </message>
  <message>
   <source>Not finished.</source>
   <translation>Pas terminé.</translation>
  </message>
  <message>
   <source>Not for this screen.</source>
   <translation>Pas pour cet écran.</translation>
  </message>
  <message>
   <source>Not here.</source>
   <translation>Pas ici.</translation>
  </message>
  <message>
   <source>Not known there: {fields}.</source>
   <translation>Inconnu à cet endroit : {fields}.</translation>
  </message>
  <message>
   <source>Not offered</source>
   <translation>Non proposé</translation>
  </message>
  <message>
   <source>Not on this return</source>
   <translation>Pas sur ce retour</translation>
  </message>
  <message>
   <source>Not ordered.</source>
   <translation>Non commandé.</translation>
  </message>
  <message>
   <source>Not ours</source>
   <translation>Pas à nous</translation>
  </message>
  <message>
   <source>Not pasted.</source>
   <translation>Rien n’a été collé.</translation>
  </message>
  <message>
   <source>Not read</source>
   <translation>Non lu</translation>
  </message>
  <message>
   <source>Not read as prices: {texts}</source>
   <translation>Prix illisibles : {texts}</translation>
  </message>
  <message>
   <source>Not reserved yet</source>
   <translation>Non réservées</translation>
  </message>
  <message>
   <source>Not reserved.</source>
   <translation>Non réservé.</translation>
  </message>
  <message>
   <source>Not right: {fields}.</source>
   <translation>Incorrect : {fields}.</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Non envoyé</translation>
  </message>
  <message>
   <source>Not settled</source>
   <translation>En suspens</translation>
  </message>
  <message>
   <source>Not taken in.</source>
   <translation>Non réceptionné.</translation>
  </message>
  <message>
   <source>Not there, or fewer than on the list</source>
   <translation>Absent, ou moins que sur la liste</translation>
  </message>
  <message>
   <source>Not told yet</source>
   <translation>Pas encore prévenu</translation>
  </message>
  <message>
   <source>Not whole</source>
   <translation>Incomplet</translation>
  </message>
  <message>
   <source>Not with it</source>
   <translation>Pas avec elle</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Note (F2)</source>
   <translation>Note (F2)</translation>
  </message>
  <message>
   <source>Note (optional)</source>
   <translation>Note (facultatif)</translation>
  </message>
  <message>
   <source>Note printed on the papers</source>
   <translation>Note imprimée sur les documents</translation>
  </message>
  <message>
   <source>Note the return</source>
   <translation>Enregistrer le retour</translation>
  </message>
  <message>
   <source>Note: {note}</source>
   <translation>Note : {note}</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notes</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Rien</translation>
  </message>
  <message>
   <source>Nothing delivered yet</source>
   <translation>Rien de livré pour l’instant</translation>
  </message>
  <message>
   <source>Nothing else waits</source>
   <translation>Rien d’autre n’attend</translation>
  </message>
  <message>
   <source>Nothing else waits today</source>
   <translation>Rien d’autre n’attend aujourd’hui</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Rien trouvé</translation>
  </message>
  <message>
   <source>Nothing here</source>
   <translation>Rien ici</translation>
  </message>
  <message>
   <source>Nothing in it yet.</source>
   <translation>Encore vide.</translation>
  </message>
  <message>
   <source>Nothing is called so.</source>
   <translation>Rien ne porte ce nom.</translation>
  </message>
  <message>
   <source>Nothing is missing</source>
   <translation>Il ne manque rien</translation>
  </message>
  <message>
   <source>Nothing is on order</source>
   <translation>Rien n’est en commande</translation>
  </message>
  <message>
   <source>Nothing is on order.</source>
   <translation>Rien n’est en commande.</translation>
  </message>
  <message>
   <source>Nothing is promised until today, and nothing has left.</source>
   <translation>Rien n’est promis jusqu’à aujourd’hui et rien n’est parti.</translation>
  </message>
  <message>
   <source>Nothing is promised.</source>
   <translation>Rien n’est réservé.</translation>
  </message>
  <message>
   <source>Nothing is reported for {number} any more.</source>
   <translation>Plus rien n’est signalé pour {number}.</translation>
  </message>
  <message>
   <source>Nothing is reserved before all of it is there.</source>
   <translation>Rien n’est réservé avant que tout soit là.</translation>
  </message>
  <message>
   <source>Nothing is usual yet: fewer than two orders have the same product.</source>
   <translation>Rien d’habituel encore : aucun article n’apparaît dans deux commandes.</translation>
  </message>
  <message>
   <source>Nothing lies in it yet.</source>
   <translation>Il n’y a encore rien dedans.</translation>
  </message>
  <message>
   <source>Nothing more: everything is packed</source>
   <translation>Plus rien : tout est emballé</translation>
  </message>
  <message>
   <source>Nothing of these orders is reserved.</source>
   <translation>Rien n’est réservé pour ces commandes.</translation>
  </message>
  <message>
   <source>Nothing on its way</source>
   <translation>Rien en route</translation>
  </message>
  <message>
   <source>Nothing stands against this order.</source>
   <translation>Rien à signaler pour cette commande.</translation>
  </message>
  <message>
   <source>Nothing stands here</source>
   <translation>Rien ici</translation>
  </message>
  <message>
   <source>Nothing that was shipped is called so.</source>
   <translation>Rien d’expédié ne porte ce nom.</translation>
  </message>
  <message>
   <source>Nothing to look after</source>
   <translation>Rien à surveiller</translation>
  </message>
  <message>
   <source>Nothing to pack</source>
   <translation>Rien à emballer</translation>
  </message>
  <message>
   <source>Nothing waits</source>
   <translation>Rien n’attend</translation>
  </message>
  <message>
   <source>Nothing waits here</source>
   <translation>Rien n’attend ici</translation>
  </message>
  <message>
   <source>Nothing was moved yet</source>
   <translation>Aucun mouvement pour l’instant</translation>
  </message>
  <message>
   <source>Nothing was ordered</source>
   <translation>Rien n’était commandé</translation>
  </message>
  <message>
   <source>Nothing was put into the parcel.</source>
   <translation>Rien n’a été mis dans le colis.</translation>
  </message>
  <message>
   <source>Nothing was reserved for {order}.</source>
   <translation>Rien n’a été réservé pour {order}.</translation>
  </message>
  <message>
   <source>Nothing yet.</source>
   <translation>Rien pour l’instant.</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Possible</translation>
  </message>
  <message>
   <source>Nr.</source>
   <translation>N°</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Numéro</translation>
  </message>
  <message>
   <source>Number and unit: + 1.234 kg</source>
   <translation>Nombre et unité : + 1,234 kg</translation>
  </message>
  <message>
   <source>Number of a pick list, tote, order or parcel</source>
   <translation>Numéro d’un bon, d’un bac, d’une commande ou d’un colis</translation>
  </message>
  <message>
   <source>Number on the paper</source>
   <translation>Numéro sur le document</translation>
  </message>
  <message>
   <source>Number or customer</source>
   <translation>Numéro ou client</translation>
  </message>
  <message>
   <source>Number or supplier</source>
   <translation>Numéro ou fournisseur</translation>
  </message>
  <message>
   <source>Number plate</source>
   <translation>Immatriculation</translation>
  </message>
  <message>
   <source>Number, customer, parcel</source>
   <translation>Numéro, client, colis</translation>
  </message>
  <message>
   <source>Number, customer, reference</source>
   <translation>Numéro, client, référence</translation>
  </message>
  <message>
   <source>Number, customer, tracking</source>
   <translation>Numéro, client, suivi</translation>
  </message>
  <message>
   <source>Number, file, sender, customer</source>
   <translation>Numéro, fichier, expéditeur, client</translation>
  </message>
  <message>
   <source>Occasion</source>
   <translation>Occasion</translation>
  </message>
  <message>
   <source>Of all pieces together</source>
   <translation>De toutes les pièces ensemble</translation>
  </message>
  <message>
   <source>Of dangerous goods, as UN1950</source>
   <translation>Des marchandises dangereuses, comme UN1950</translation>
  </message>
  <message>
   <source>Of the two the larger counts. A parcel beyond it is pointed at when it is closed.</source>
   <translation>Le plus grand des deux compte. Un colis qui le dépasse est signalé à sa fermeture.</translation>
  </message>
  <message>
   <source>Off each order</source>
   <translation>Sur chaque commande</translation>
  </message>
  <message>
   <source>Offered</source>
   <translation>Proposé</translation>
  </message>
  <message>
   <source>Old label is taken back</source>
   <translation>Ancienne étiquette en annulation</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Physique</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>Bloqué</translation>
  </message>
  <message>
   <source>On hold and left out: {numbers}. Release the hold first.</source>
   <translation>Bloqué et laissé de côté : {numbers}. Débloquez d’abord.</translation>
  </message>
  <message>
   <source>On its way</source>
   <translation>En route</translation>
  </message>
  <message>
   <source>On pick list {pick_list}, {shipment}</source>
   <translation>Sur le bon {pick_list}, {shipment}</translation>
  </message>
  <message>
   <source>On the move</source>
   <translation>En mouvement</translation>
  </message>
  <message>
   <source>On the pallet</source>
   <translation>Sur la palette</translation>
  </message>
  <message>
   <source>On the truck</source>
   <translation>Dans le camion</translation>
  </message>
  <message>
   <source>On time</source>
   <translation>À l’heure</translation>
  </message>
  <message>
   <source>On whose word, and when they asked</source>
   <translation>À la demande de qui, et quand</translation>
  </message>
  <message>
   <source>One less</source>
   <translation>Un de moins</translation>
  </message>
  <message>
   <source>One more</source>
   <translation>Un de plus</translation>
  </message>
  <message>
   <source>One row a charge, without tax. A row without service or country is of all of them; a service goes before a country.</source>
   <translation>Une ligne par montant, hors taxe. Une ligne sans service ou sans pays vaut pour tous ; le service passe avant le pays.</translation>
  </message>
  <message>
   <source>One row a price of one piece in {currency}; both days included, as 2026-12-31.</source>
   <translation>Une ligne par prix d’une pièce, en {currency} ; les deux jours inclus, comme 2026-12-31.</translation>
  </message>
  <message>
   <source>One row a zone, a price or a surcharge, as in a spreadsheet; prices in {currency}.</source>
   <translation>Une ligne par zone, prix ou supplément, comme dans un tableur ; prix en {currency}.</translation>
  </message>
  <message>
   <source>One service</source>
   <translation>Un service précis</translation>
  </message>
  <message>
   <source>Only VIP</source>
   <translation>VIP seulement</translation>
  </message>
  <message>
   <source>Only dangerous goods</source>
   <translation>Seulement les matières dangereuses</translation>
  </message>
  <message>
   <source>Only informs</source>
   <translation>Pour information</translation>
  </message>
  <message>
   <source>Only noted; nothing is changed</source>
   <translation>C’est noté, rien ne change</translation>
  </message>
  <message>
   <source>Only the beginning is shown; Ctrl+Shift+S saves the whole file.</source>
   <translation>Seul le début est montré ; Ctrl+Maj+S enregistre tout le fichier.</translation>
  </message>
  <message>
   <source>Only where the customer did not take them: they lie packed here again.</source>
   <translation>Seulement si le client ne les a pas pris : ils sont de nouveau emballés ici.</translation>
  </message>
  <message>
   <source>Only where the truck did not leave: its goods stand here again, orders are open again.</source>
   <translation>Seulement si le camion n’est pas parti : la marchandise est de nouveau ici, les commandes sont rouvertes.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Open a pick-up of {carrier}</source>
   <translation>Ouvrir un enlèvement {carrier}</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>Rouvrir</translation>
  </message>
  <message>
   <source>Open already</source>
   <translation>Déjà ouverte</translation>
  </message>
  <message>
   <source>Open disputes</source>
   <translation>Litiges en cours</translation>
  </message>
  <message>
   <source>Open it anew</source>
   <translation>La rouvrir</translation>
  </message>
  <message>
   <source>Open its order</source>
   <translation>Ouvrir sa commande</translation>
  </message>
  <message>
   <source>Open lists</source>
   <translation>Bons ouverts</translation>
  </message>
  <message>
   <source>Open orders</source>
   <translation>Commandes ouvertes</translation>
  </message>
  <message>
   <source>Open the customer</source>
   <translation>Ouvrir le client</translation>
  </message>
  <message>
   <source>Open the customer's fields</source>
   <translation>Ouvrir la fiche du client</translation>
  </message>
  <message>
   <source>Open the order</source>
   <translation>Ouvrir la commande</translation>
  </message>
  <message>
   <source>Open the parcel again</source>
   <translation>Rouvrir le colis</translation>
  </message>
  <message>
   <source>Open the row</source>
   <translation>Ouvrir la ligne</translation>
  </message>
  <message>
   <source>Open the sample company</source>
   <translation>Ouvrir la société d’exemple</translation>
  </message>
  <message>
   <source>Open the shipment or order</source>
   <translation>Ouvrir l’expédition ou la commande</translation>
  </message>
  <message>
   <source>Open what it belongs to</source>
   <translation>Ouvrir le document</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Ouvert</translation>
  </message>
  <message>
   <source>Opened again</source>
   <translation>Rouvert</translation>
  </message>
  <message>
   <source>Opened together with {who}</source>
   <translation>Ouverte avec {who}</translation>
  </message>
  <message>
   <source>Opening ...</source>
   <translation>Ouverture…</translation>
  </message>
  <message>
   <source>Or begin with your own: make the first administrator.</source>
   <translation>Ou commencez avec la vôtre : créez le premier administrateur.</translation>
  </message>
  <message>
   <source>Or choose with the arrow keys and press Enter.</source>
   <translation>Ou choisissez avec les flèches, puis Entrée.</translation>
  </message>
  <message>
   <source>Or type its weight, where the scale does not answer.</source>
   <translation>Ou tapez son poids, si la balance ne répond pas.</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Commande</translation>
  </message>
  <message>
   <source>Order (optional)</source>
   <translation>Commande (facultatif)</translation>
  </message>
  <message>
   <source>Order confirmation</source>
   <translation>Confirmation de commande</translation>
  </message>
  <message>
   <source>Order confirmations</source>
   <translation>Confirmations de commande</translation>
  </message>
  <message>
   <source>Order discount</source>
   <translation>Remise globale</translation>
  </message>
  <message>
   <source>Order entry</source>
   <translation>Saisie</translation>
  </message>
  <message>
   <source>Order later than promised</source>
   <translation>Retard de commande</translation>
  </message>
  <message>
   <source>Order number</source>
   <translation>N° de commande</translation>
  </message>
  <message>
   <source>Order number or customer</source>
   <translation>Numéro de commande ou client</translation>
  </message>
  <message>
   <source>Order rules</source>
   <translation>Règles de commande</translation>
  </message>
  <message>
   <source>Order sources</source>
   <translation>Sources des commandes</translation>
  </message>
  <message>
   <source>Order {number}</source>
   <translation>Commande {number}</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Commandé</translation>
  </message>
  <message>
   <source>Ordered on</source>
   <translation>Commandé le</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Commandes</translation>
  </message>
  <message>
   <source>Orders are looked for here</source>
   <translation>Les commandes sont cherchées ici</translation>
  </message>
  <message>
   <source>Orders as they are now, quotes left out; nothing is changed</source>
   <translation>Les commandes telles qu’elles sont, sans les devis ; rien n’est modifié</translation>
  </message>
  <message>
   <source>Orders from folders, mailboxes and files come in here.</source>
   <translation>Les commandes des dossiers, des boîtes aux lettres et des fichiers arrivent ici.</translation>
  </message>
  <message>
   <source>Orders of the day until then, as 16:00</source>
   <translation>Commandes du jour jusqu’à cette heure, comme 16:00</translation>
  </message>
  <message>
   <source>Orders stand here that are late, and those promised until the next working day that cannot leave.</source>
   <translation>Ici figurent les commandes en retard et celles promises jusqu’au prochain jour ouvré qui ne peuvent pas partir.</translation>
  </message>
  <message>
   <source>Orders that were shipped</source>
   <translation>Commandes expédiées</translation>
  </message>
  <message>
   <source>Orders with an open question stand here until it is settled.</source>
   <translation>Les commandes à vérifier restent ici jusqu’à ce que la question soit réglée.</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Autre</translation>
  </message>
  <message>
   <source>Other customer</source>
   <translation>Autre client</translation>
  </message>
  <message>
   <source>Our GLN</source>
   <translation>Notre GLN</translation>
  </message>
  <message>
   <source>Our SKU</source>
   <translation>Notre référence</translation>
  </message>
  <message>
   <source>Our customer number there</source>
   <translation>Notre numéro de client chez lui</translation>
  </message>
  <message>
   <source>Our price</source>
   <translation>Notre prix</translation>
  </message>
  <message>
   <source>Out for delivery</source>
   <translation>En cours de livraison</translation>
  </message>
  <message>
   <source>Out of stock</source>
   <translation>En rupture</translation>
  </message>
  <message>
   <source>Out of use</source>
   <translation>Hors service</translation>
  </message>
  <message>
   <source>Outbox</source>
   <translation>Boîte d’envoi</translation>
  </message>
  <message>
   <source>Outside</source>
   <translation>Extérieur</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Encours</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>En retard</translation>
  </message>
  <message>
   <source>Overridden</source>
   <translation>Passé outre</translation>
  </message>
  <message>
   <source>Overridden: {questions}</source>
   <translation>Passé outre : {questions}</translation>
  </message>
  <message>
   <source>Override</source>
   <translation>Passer outre</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Aperçu</translation>
  </message>
  <message>
   <source>Own delivery</source>
   <translation>Par nos soins</translation>
  </message>
  <message>
   <source>Own weight</source>
   <translation>Poids à vide</translation>
  </message>
  <message>
   <source>Own weight in grams</source>
   <translation>Poids à vide, en grammes</translation>
  </message>
  <message>
   <source>Owner of the file</source>
   <translation>Propriétaire du fichier</translation>
  </message>
  <message>
   <source>PDF, 4 × 6 in</source>
   <translation>PDF, 4 × 6 pouces</translation>
  </message>
  <message>
   <source>PDF, A6</source>
   <translation>PDF, A6</translation>
  </message>
  <message>
   <source>PDF, two on A4</source>
   <translation>PDF, deux par A4</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>Code PIN</translation>
  </message>
  <message>
   <source>PIN code</source>
   <translation>code PIN postal</translation>
  </message>
  <message>
   <source>Pack together</source>
   <translation>Emballer à deux</translation>
  </message>
  <message>
   <source>Packed</source>
   <translation>Emballé</translation>
  </message>
  <message>
   <source>Packed already</source>
   <translation>Déjà emballé</translation>
  </message>
  <message>
   <source>Packed by</source>
   <translation>Emballé par</translation>
  </message>
  <message>
   <source>Packed in limited quantities</source>
   <translation>Emballé en quantités limitées</translation>
  </message>
  <message>
   <source>Packed shipments wait here until they are handed over.</source>
   <translation>Les expéditions emballées attendent ici leur remise.</translation>
  </message>
  <message>
   <source>Packed, without label</source>
   <translation>Emballé, sans étiquette</translation>
  </message>
  <message>
   <source>Packed, {shipment}</source>
   <translation>Emballé, {shipment}</translation>
  </message>
  <message>
   <source>Packer</source>
   <translation>Emballeur</translation>
  </message>
  <message>
   <source>Packing</source>
   <translation>Emballage</translation>
  </message>
  <message>
   <source>Packing begun, {shipment}</source>
   <translation>Emballage commencé, {shipment}</translation>
  </message>
  <message>
   <source>Packing group</source>
   <translation>Groupe d’emballage</translation>
  </message>
  <message>
   <source>Packing left, {shipment}</source>
   <translation>Emballage quitté, {shipment}</translation>
  </message>
  <message>
   <source>Packing opened again, {shipment}</source>
   <translation>Emballage rouvert, {shipment}</translation>
  </message>
  <message>
   <source>Packing slip</source>
   <translation>Liste de colisage</translation>
  </message>
  <message>
   <source>Packing slips</source>
   <translation>Listes de colisage</translation>
  </message>
  <message>
   <source>Packing, desk {desk}</source>
   <translation>Emballage, poste {desk}</translation>
  </message>
  <message>
   <source>Page back</source>
   <translation>Page précédente</translation>
  </message>
  <message>
   <source>Page down</source>
   <translation>Page suiv.</translation>
  </message>
  <message>
   <source>Page on</source>
   <translation>Page suivante</translation>
  </message>
  <message>
   <source>Page to follow parcels</source>
   <translation>Page de suivi des colis</translation>
  </message>
  <message>
   <source>Page up</source>
   <translation>Page préc.</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Page {page} sur {pages}</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Payée</translation>
  </message>
  <message>
   <source>Pallet</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>Pallet closed</source>
   <translation>Palette fermée</translation>
  </message>
  <message>
   <source>Pallet label</source>
   <translation>Étiquette de palette</translation>
  </message>
  <message>
   <source>Pallet labels</source>
   <translation>Étiquettes de palette</translation>
  </message>
  <message>
   <source>Pallet of {carrier}</source>
   <translation>Palette {carrier}</translation>
  </message>
  <message>
   <source>Pallet …{sscc}</source>
   <translation>Palette …{sscc}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Paper, ice, a heavier box</source>
   <translation>Papier, glace, carton plus lourd</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Papers bear no logo any more.</source>
   <translation>Les documents ne portent plus de logo.</translation>
  </message>
  <message>
   <source>Papers in</source>
   <translation>Langue des documents</translation>
  </message>
  <message>
   <source>Papers to answer</source>
   <translation>Documents à vérifier</translation>
  </message>
  <message>
   <source>Parcel</source>
   <translation>Colis</translation>
  </message>
  <message>
   <source>Parcel complete</source>
   <translation>Colis complet</translation>
  </message>
  <message>
   <source>Parcel labelled</source>
   <translation>Colis étiqueté</translation>
  </message>
  <message>
   <source>Parcel late</source>
   <translation>Colis en retard</translation>
  </message>
  <message>
   <source>Parcel lost</source>
   <translation>Colis perdu</translation>
  </message>
  <message>
   <source>Parcel opened again, {shipment}</source>
   <translation>Colis rouvert, {shipment}</translation>
  </message>
  <message>
   <source>Parcel {position}</source>
   <translation>Colis {position}</translation>
  </message>
  <message>
   <source>Parcel {position} is closed</source>
   <translation>Colis {position} fermé</translation>
  </message>
  <message>
   <source>Parcel {position} is gone</source>
   <translation>Colis {position} supprimé</translation>
  </message>
  <message>
   <source>Parcel {position} is open again</source>
   <translation>Colis {position} rouvert</translation>
  </message>
  <message>
   <source>Parcels</source>
   <translation>Colis</translation>
  </message>
  <message>
   <source>Parcels on their way</source>
   <translation>Colis en route</translation>
  </message>
  <message>
   <source>Parcels that are late, lost or in trouble stand here until they arrive.</source>
   <translation>Les colis en retard, perdus ou en difficulté figurent ici jusqu’à leur arrivée.</translation>
  </message>
  <message>
   <source>Park</source>
   <translation>Mettre en attente</translation>
  </message>
  <message>
   <source>Park for later</source>
   <translation>Mettre en attente</translation>
  </message>
  <message>
   <source>Park it: why?</source>
   <translation>En attente : pourquoi ?</translation>
  </message>
  <message>
   <source>Park with a reason</source>
   <translation>Mettre en attente, avec motif</translation>
  </message>
  <message>
   <source>Park, or back</source>
   <translation>Attente ou retour</translation>
  </message>
  <message>
   <source>Parked</source>
   <translation>En attente</translation>
  </message>
  <message>
   <source>Parked at the bench, {shipment}</source>
   <translation>Mise en attente au poste, {shipment}</translation>
  </message>
  <message>
   <source>Part came</source>
   <translation>Partiel</translation>
  </message>
  <message>
   <source>Part shipped</source>
   <translation>Partiel</translation>
  </message>
  <message>
   <source>Part {done}/{of}</source>
   <translation>{done} sur {of}</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Mot de passe</translation>
  </message>
  <message>
   <source>Password, 10 characters or more</source>
   <translation>Mot de passe, 10 caractères ou plus</translation>
  </message>
  <message>
   <source>Paste rows</source>
   <translation>Coller des lignes</translation>
  </message>
  <message>
   <source>Path of a folder</source>
   <translation>Chemin d’un dossier</translation>
  </message>
  <message>
   <source>Pay back</source>
   <translation>Rembourser</translation>
  </message>
  <message>
   <source>Pay back {amount} with Enter</source>
   <translation>Entrée pour rembourser {amount}</translation>
  </message>
  <message>
   <source>Payment not verified</source>
   <translation>Paiement non vérifié</translation>
  </message>
  <message>
   <source>Payment of {amount} not seen after all</source>
   <translation>Paiement de {amount} finalement non constaté</translation>
  </message>
  <message>
   <source>Payment of {amount} noted</source>
   <translation>Paiement de {amount} noté</translation>
  </message>
  <message>
   <source>Payment of {amount} seen</source>
   <translation>Paiement de {amount} constaté</translation>
  </message>
  <message>
   <source>Pays before we ship</source>
   <translation>Paie avant l’expédition</translation>
  </message>
  <message>
   <source>Person and desk</source>
   <translation>Personne et poste</translation>
  </message>
  <message>
   <source>Personal data erased</source>
   <translation>Données personnelles effacées</translation>
  </message>
  <message>
   <source>Pick face</source>
   <translation>Prélèvement</translation>
  </message>
  <message>
   <source>Pick list</source>
   <translation>Bon de préparation</translation>
  </message>
  <message>
   <source>Pick lists</source>
   <translation>Préparation</translation>
  </message>
  <message>
   <source>Pick undone, {shipment}</source>
   <translation>Prélèvement annulé, {shipment}</translation>
  </message>
  <message>
   <source>Pick-up code</source>
   <translation>Code de retrait</translation>
  </message>
  <message>
   <source>Pick-ups today</source>
   <translation>Enlèvements du jour</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>Prélevé</translation>
  </message>
  <message>
   <source>Picked shipments appear here by themselves.</source>
   <translation>Les expéditions préparées arrivent ici d’elles-mêmes.</translation>
  </message>
  <message>
   <source>Picked, {shipment}</source>
   <translation>Prélevé, {shipment}</translation>
  </message>
  <message>
   <source>Picker</source>
   <translation>Préparateur</translation>
  </message>
  <message>
   <source>Picking goes on, {shipment}</source>
   <translation>La préparation reprend, {shipment}</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pièces</translation>
  </message>
  <message>
   <source>Pieces it stands for</source>
   <translation>Pièces par code</translation>
  </message>
  <message>
   <source>Pieces of {sku}</source>
   <translation>Pièces de {sku}</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Emplacement</translation>
  </message>
  <message>
   <source>Place and lot</source>
   <translation>Emplacement et lot</translation>
  </message>
  <message>
   <source>Place in the walk</source>
   <translation>Rang du parcours</translation>
  </message>
  <message>
   <source>Place {place}</source>
   <translation>Emplacement {place}</translation>
  </message>
  <message>
   <source>Placed and reserved</source>
   <translation>Commande passée et réservée</translation>
  </message>
  <message>
   <source>Placed and reserved in part</source>
   <translation>Commande passée, réservée en partie</translation>
  </message>
  <message>
   <source>Placed; a rule holds it, so nothing is reserved yet</source>
   <translation>Commande passée ; une règle la bloque, rien n’est encore réservé</translation>
  </message>
  <message>
   <source>Placed; it waits as the customer wants</source>
   <translation>Passée ; elle attend, comme le client le souhaite</translation>
  </message>
  <message>
   <source>Placed; it waits for stock</source>
   <translation>Commande passée, en attente de stock</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Emplacements</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Prévu</translation>
  </message>
  <message>
   <source>Position</source>
   <translation>Position</translation>
  </message>
  <message>
   <source>Postal code</source>
   <translation>Code postal</translation>
  </message>
  <message>
   <source>Postcode begins with</source>
   <translation>Code postal commençant par</translation>
  </message>
  <message>
   <source>Prefix</source>
   <translation>Préfixe</translation>
  </message>
  <message>
   <source>Press A, B, C or D</source>
   <translation>Appuyez sur A, B, C ou D</translation>
  </message>
  <message>
   <source>Press Ctrl+N to add one, or Ctrl+Shift+N for many.</source>
   <translation>Ctrl+N pour en ajouter un, Ctrl+Maj+N pour plusieurs.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to add one, or import a file.</source>
   <translation>Ctrl+N pour en ajouter un, ou importez un fichier.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to add one.</source>
   <translation>Ctrl+N pour en ajouter un.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to add one: boxes are then proposed at the packing bench.</source>
   <translation>Appuyez sur Ctrl+N pour en ajouter un : les cartons sont alors proposés à l’emballage.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to add somebody.</source>
   <translation>Ctrl+N pour ajouter quelqu’un.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to make one known by the code that its computer is set to.</source>
   <translation>Ctrl+N pour en déclarer un par le code réglé sur son ordinateur.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to take one, or choose another view.</source>
   <translation>Ctrl+N pour en saisir une, ou choisissez une autre vue.</translation>
  </message>
  <message>
   <source>Press Ctrl+N to watch a folder or a mailbox.</source>
   <translation>Appuyez sur Ctrl+N pour surveiller un dossier ou une boîte aux lettres.</translation>
  </message>
  <message>
   <source>Press Ctrl+N when a customer wants to send something back.</source>
   <translation>Ctrl+N quand un client veut renvoyer quelque chose.</translation>
  </message>
  <message>
   <source>Press Space to go on</source>
   <translation>Espace pour continuer</translation>
  </message>
  <message>
   <source>Press Space, then scan its serial number</source>
   <translation>Appuyez sur Espace, puis scannez le numéro de série</translation>
  </message>
  <message>
   <source>Press Space, then try once more</source>
   <translation>Appuyez sur Espace, puis réessayez</translation>
  </message>
  <message>
   <source>Press the figure of the parcel that the piece goes into, or scan that parcel's label. F4 begins another parcel for it.</source>
   <translation>Appuyez sur le chiffre du colis où va la pièce, ou scannez l’étiquette de ce colis. F4 commence un autre colis pour elle.</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Aperçu</translation>
  </message>
  <message>
   <source>Preview label</source>
   <translation>Voir l’étiquette</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Prix</translation>
  </message>
  <message>
   <source>Price below floor</source>
   <translation>Prix sous le plancher</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Liste de prix</translation>
  </message>
  <message>
   <source>Price lists</source>
   <translation>Listes de prix</translation>
  </message>
  <message>
   <source>Price of one piece</source>
   <translation>Prix d’une pièce</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Prix</translation>
  </message>
  <message>
   <source>Prices of the list are taken.</source>
   <translation>Les prix du tarif sont repris.</translation>
  </message>
  <message>
   <source>Prices of {name}</source>
   <translation>Prix de {name}</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Imprimer</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Réimprimer</translation>
  </message>
  <message>
   <source>Print at this desk</source>
   <translation>Imprimer à ce poste</translation>
  </message>
  <message>
   <source>Print command cards</source>
   <translation>Imprimer les cartes de commandes</translation>
  </message>
  <message>
   <source>Print confirmation</source>
   <translation>Imprimer la confirmation</translation>
  </message>
  <message>
   <source>Print customs declaration</source>
   <translation>Imprimer la déclaration en douane</translation>
  </message>
  <message>
   <source>Print dangerous goods marks</source>
   <translation>Imprimer les marques de danger</translation>
  </message>
  <message>
   <source>Print delivery note</source>
   <translation>Imprimer le bon de livraison</translation>
  </message>
  <message>
   <source>Print its label</source>
   <translation>Imprimer son étiquette</translation>
  </message>
  <message>
   <source>Print label</source>
   <translation>Imprimer l’étiquette</translation>
  </message>
  <message>
   <source>Print labels</source>
   <translation>Imprimer les étiquettes</translation>
  </message>
  <message>
   <source>Print labels from the second half</source>
   <translation>Imprimer dès la deuxième moitié</translation>
  </message>
  <message>
   <source>Print labels of all that are found</source>
   <translation>Imprimer toutes les étiquettes trouvées</translation>
  </message>
  <message>
   <source>Print packing slip</source>
   <translation>Imprimer le colisage</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>File d’impression</translation>
  </message>
  <message>
   <source>Print the badge</source>
   <translation>Imprimer le badge</translation>
  </message>
  <message>
   <source>Print the manifest again</source>
   <translation>Réimprimer le bordereau</translation>
  </message>
  <message>
   <source>Print waybill</source>
   <translation>Imprimer la lettre de voiture</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Imprimé</translation>
  </message>
  <message>
   <source>Printed before</source>
   <translation>Déjà imprimée</translation>
  </message>
  <message>
   <source>Printed note</source>
   <translation>Note imprimée</translation>
  </message>
  <message>
   <source>Printed pick lists</source>
   <translation>Bons de préparation</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Imprimante</translation>
  </message>
  <message>
   <source>Printer idle</source>
   <translation>Imprimante libre</translation>
  </message>
  <message>
   <source>Printer of the system</source>
   <translation>Imprimante du système</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>Imprimantes</translation>
  </message>
  <message>
   <source>Printers of this desk</source>
   <translation>Imprimantes de ce poste</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>Impression</translation>
  </message>
  <message>
   <source>Printing labels</source>
   <translation>Impression des étiquettes</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorité</translation>
  </message>
  <message>
   <source>Priority {now}, was {was}</source>
   <translation>Priorité {now}, était {was}</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Article</translation>
  </message>
  <message>
   <source>Product blocked</source>
   <translation>Article bloqué</translation>
  </message>
  <message>
   <source>Product discontinued</source>
   <translation>Article arrêté</translation>
  </message>
  <message>
   <source>Product in it</source>
   <translation>Contient l’article</translation>
  </message>
  <message>
   <source>Product, SKU or barcode</source>
   <translation>Article, référence ou code-barres</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Articles</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Avancement</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Promis</translation>
  </message>
  <message>
   <source>Promise again</source>
   <translation>Promettre de nouveau</translation>
  </message>
  <message>
   <source>Promise from</source>
   <translation>Promis à partir du</translation>
  </message>
  <message>
   <source>Promise taken back</source>
   <translation>Réservation levée</translation>
  </message>
  <message>
   <source>Promise until</source>
   <translation>Promis jusqu’au</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Réservé</translation>
  </message>
  <message>
   <source>Promised for</source>
   <translation>Promise pour le</translation>
  </message>
  <message>
   <source>Promised for {day}.</source>
   <translation>Promis pour le {day}.</translation>
  </message>
  <message>
   <source>Promised for {now}, was {was}</source>
   <translation>Promis pour le {now}, était {was}</translation>
  </message>
  <message>
   <source>Promised to</source>
   <translation>Réservé pour</translation>
  </message>
  <message>
   <source>Promises in danger</source>
   <translation>Promesses menacées</translation>
  </message>
  <message>
   <source>Proof</source>
   <translation>Preuve</translation>
  </message>
  <message>
   <source>Proper shipping name</source>
   <translation>Désignation officielle de transport</translation>
  </message>
  <message>
   <source>Proposed decision</source>
   <translation>Décision proposée</translation>
  </message>
  <message>
   <source>Protocol</source>
   <translation>Protocole</translation>
  </message>
  <message>
   <source>Purchase orders that suppliers are to bring stand here.</source>
   <translation>Ici figurent les commandes fournisseur à recevoir.</translation>
  </message>
  <message>
   <source>Put away</source>
   <translation>Ranger</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Remettre</translation>
  </message>
  <message>
   <source>Put into the order</source>
   <translation>Ajouter à la commande</translation>
  </message>
  <message>
   <source>Put it aside, then press Space</source>
   <translation>Mettez de côté, puis appuyez sur Espace</translation>
  </message>
  <message>
   <source>Put tags on</source>
   <translation>Mettre des étiquettes</translation>
  </message>
  <message>
   <source>Put the damaged ones into quarantine.</source>
   <translation>Mettez les pièces abîmées en quarantaine.</translation>
  </message>
  <message>
   <source>Put the parcel aside with its list. Say why it waits: the other desks see it.</source>
   <translation>Mettez le colis de côté avec son bon. Dites pourquoi il attend : les autres postes le voient.</translation>
  </message>
  <message>
   <source>Put the parcel on the scale</source>
   <translation>Posez le colis sur la balance</translation>
  </message>
  <message>
   <source>Put the parcel on the scale and let go. When the weight is right, it closes by itself and the label is printed.</source>
   <translation>Posez le colis sur la balance et lâchez-le. Quand le poids est bon, il se ferme tout seul et l’étiquette s’imprime.</translation>
  </message>
  <message>
   <source>Put the parcel on the scale, or type its weight.</source>
   <translation>Posez le colis sur la balance, ou tapez son poids.</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Quantité</translation>
  </message>
  <message>
   <source>Quarantine</source>
   <translation>Quarantaine</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Question</translation>
  </message>
  <message>
   <source>Question settled: {code}</source>
   <translation>Question réglée : {code}</translation>
  </message>
  <message>
   <source>Questioned: {code}</source>
   <translation>En question : {code}</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Questions</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Devis</translation>
  </message>
  <message>
   <source>Quote accepted</source>
   <translation>Devis accepté</translation>
  </message>
  <message>
   <source>Quotes and drafts</source>
   <translation>Devis et brouillons</translation>
  </message>
  <message>
   <source>Rates</source>
   <translation>Tarifs</translation>
  </message>
  <message>
   <source>Rates of {service}</source>
   <translation>Tarifs de {service}</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Lire</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Relire</translation>
  </message>
  <message>
   <source>Read the lot from the goods.</source>
   <translation>Relevez le lot sur la marchandise.</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>Lecture</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Départ</translation>
  </message>
  <message>
   <source>Ready to be fetched</source>
   <translation>Prêt à retirer</translation>
  </message>
  <message>
   <source>Ready to scan</source>
   <translation>Prêt à scanner</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motif</translation>
  </message>
  <message>
   <source>Reason for {sku}</source>
   <translation>Motif pour {sku}</translation>
  </message>
  <message>
   <source>Reason, where it is less</source>
   <translation>Motif, si c’est moins</translation>
  </message>
  <message>
   <source>Recall shipment</source>
   <translation>Rappeler l’expédition</translation>
  </message>
  <message>
   <source>Receipt of return {number} undone</source>
   <translation>Réception du retour {number} annulée</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Réceptions</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>Réceptionner</translation>
  </message>
  <message>
   <source>Receive goods</source>
   <translation>Réception</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Reçu</translation>
  </message>
  <message>
   <source>Received by</source>
   <translation>Reçu par</translation>
  </message>
  <message>
   <source>Received today</source>
   <translation>Reçues aujourd’hui</translation>
  </message>
  <message>
   <source>Recipient</source>
   <translation>Destinataire</translation>
  </message>
  <message>
   <source>Refuse</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Refusé</translation>
  </message>
  <message>
   <source>Release hold</source>
   <translation>Débloquer</translation>
  </message>
  <message>
   <source>Release to picking</source>
   <translation>Lancer la préparation</translation>
  </message>
  <message>
   <source>Released</source>
   <translation>Lancé</translation>
  </message>
  <message>
   <source>Remember the number</source>
   <translation>Retenir le numéro</translation>
  </message>
  <message>
   <source>Remember {number} as this article</source>
   <translation>Retenir {number} comme cet article</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Enlever</translation>
  </message>
  <message>
   <source>Remove rule</source>
   <translation>Supprimer la règle</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Reorder point</source>
   <translation>Point de commande</translation>
  </message>
  <message>
   <source>Replenishment</source>
   <translation>Réassort</translation>
  </message>
  <message>
   <source>Report short</source>
   <translation>Déclarer le manquant</translation>
  </message>
  <message>
   <source>Reported: {what}</source>
   <translation>Signalé : {what}</translation>
  </message>
  <message>
   <source>Reprint as COPY</source>
   <translation>Réimprimer en DUPLICATA</translation>
  </message>
  <message>
   <source>Requested</source>
   <translation>Demandé</translation>
  </message>
  <message>
   <source>Reservation taken back, {shipment}</source>
   <translation>Réservation levée, {shipment}</translation>
  </message>
  <message>
   <source>Reserve</source>
   <translation>Réserver</translation>
  </message>
  <message>
   <source>Reserve what there is</source>
   <translation>Réserver ce qu’il y a</translation>
  </message>
  <message>
   <source>Reserved</source>
   <translation>Réservé</translation>
  </message>
  <message>
   <source>Reserved orders come by themselves.</source>
   <translation>Les commandes réservées arrivent d’elles-mêmes.</translation>
  </message>
  <message>
   <source>Restock</source>
   <translation>Remise en stock</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Résultats</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Return label</source>
   <translation>Étiquette de retour</translation>
  </message>
  <message>
   <source>Return labels</source>
   <translation>Étiquettes de retour</translation>
  </message>
  <message>
   <source>Return {number}</source>
   <translation>Retour {number}</translation>
  </message>
  <message>
   <source>Return {number} inspected</source>
   <translation>Retour {number} contrôlé</translation>
  </message>
  <message>
   <source>Return {number} received</source>
   <translation>Retour {number} reçu</translation>
  </message>
  <message>
   <source>Return {number} requested</source>
   <translation>Retour {number} demandé</translation>
  </message>
  <message>
   <source>Return {number} to be inspected again</source>
   <translation>Retour {number} à contrôler à nouveau</translation>
  </message>
  <message>
   <source>Return, order or customer</source>
   <translation>Retour, commande ou client</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Retours</translation>
  </message>
  <message>
   <source>Returns bench</source>
   <translation>Contrôle retours</translation>
  </message>
  <message>
   <source>Returns in a year</source>
   <translation>Retours sur un an</translation>
  </message>
  <message>
   <source>Returns on their way</source>
   <translation>Retours en route</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rôle</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rôles</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Règle</translation>
  </message>
  <message>
   <source>Rule {name} is moved.</source>
   <translation>La règle {name} est déplacée.</translation>
  </message>
  <message>
   <source>Rule {name} is removed.</source>
   <translation>La règle {name} est supprimée.</translation>
  </message>
  <message>
   <source>Rule, or an order's number</source>
   <translation>Règle ou numéro de commande</translation>
  </message>
  <message>
   <source>Rules set carriers, hold, tag and hurry orders by themselves. Press Ctrl+N to add one.</source>
   <translation>Les règles choisissent le transporteur, bloquent, étiquettent et pressent les commandes d’elles-mêmes. Ctrl+N en ajoute une.</translation>
  </message>
  <message>
   <source>SKU</source>
   <translation>Référence</translation>
  </message>
  <message>
   <source>SKU or name</source>
   <translation>Référence ou nom</translation>
  </message>
  <message>
   <source>SSCC</source>
   <translation>SSCC</translation>
  </message>
  <message>
   <source>SSCC ends {end}</source>
   <translation>SSCC …{end}</translation>
  </message>
  <message>
   <source>Said for</source>
   <translation>Dit pour le</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Vente</translation>
  </message>
  <message>
   <source>Sale, Sample, Replenishment, Consignment, Exchange</source>
   <translation>Vente, Échantillon, Réassort, Dépôt-vente, Échange</translation>
  </message>
  <message>
   <source>Same reference again</source>
   <translation>Même référence à nouveau</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Échantillon</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>Samedi</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Save the file</source>
   <translation>Enregistrer le fichier</translation>
  </message>
  <message>
   <source>Save the original</source>
   <translation>Enregistrer l’original</translation>
  </message>
  <message>
   <source>Save the service</source>
   <translation>Enregistrer le service</translation>
  </message>
  <message>
   <source>Save them as a file and import it.</source>
   <translation>Enregistrez-les dans un fichier et importez-le.</translation>
  </message>
  <message>
   <source>Save view</source>
   <translation>Enregistrer la vue</translation>
  </message>
  <message>
   <source>Say which printer.</source>
   <translation>Choisissez l’imprimante.</translation>
  </message>
  <message>
   <source>Say why.</source>
   <translation>Dites pourquoi.</translation>
  </message>
  <message>
   <source>Says: delivered</source>
   <translation>Dit : livré</translation>
  </message>
  <message>
   <source>Says: lost</source>
   <translation>Dit : perdu</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Balance</translation>
  </message>
  <message>
   <source>Scale below zero</source>
   <translation>Balance sous zéro</translation>
  </message>
  <message>
   <source>Scale does not answer</source>
   <translation>La balance ne répond pas</translation>
  </message>
  <message>
   <source>Scale names no unit</source>
   <translation>Balance sans unité</translation>
  </message>
  <message>
   <source>Scale not understood</source>
   <translation>Balance non comprise</translation>
  </message>
  <message>
   <source>Scale overloaded</source>
   <translation>Balance surchargée</translation>
  </message>
  <message>
   <source>Scale {weight}</source>
   <translation>Balance {weight}</translation>
  </message>
  <message>
   <source>Scale {weight}, used</source>
   <translation>Balance {weight}, déjà pris</translation>
  </message>
  <message>
   <source>Scale: waiting</source>
   <translation>Balance : en attente</translation>
  </message>
  <message>
   <source>Scale: weighing</source>
   <translation>Balance : pesée en cours</translation>
  </message>
  <message>
   <source>Scan a parcel or a pick-up</source>
   <translation>Scannez un colis ou un enlèvement</translation>
  </message>
  <message>
   <source>Scan a parcel or a pick-up here.</source>
   <translation>Scannez ici un colis ou un enlèvement.</translation>
  </message>
  <message>
   <source>Scan a pick list, tote, order or parcel</source>
   <translation>Scannez un bon, un bac, une commande ou un colis</translation>
  </message>
  <message>
   <source>Scan a shelf; Space goes on</source>
   <translation>Scannez un emplacement ; Espace pour continuer</translation>
  </message>
  <message>
   <source>Scan another one, or press F3</source>
   <translation>Scannez-en une autre, ou appuyez sur F3</translation>
  </message>
  <message>
   <source>Scan any barcode.</source>
   <translation>Scannez un code-barres.</translation>
  </message>
  <message>
   <source>Scan each parcel onto the pallet</source>
   <translation>Scanner chaque colis posé sur la palette</translation>
  </message>
  <message>
   <source>Scan each parcel onto the truck</source>
   <translation>Scannez chaque colis chargé</translation>
  </message>
  <message>
   <source>Scan each piece before you put it into the box; a carton of six counts six. The large number says how many are in, the frame in the list which article comes next. The last scan closes the parcel.</source>
   <translation>Scannez chaque pièce avant de la mettre dans le carton ; un pack de six compte six. Le grand chiffre dit combien y sont, le cadre dans la liste quel article vient ensuite. Le dernier scan ferme le colis.</translation>
  </message>
  <message>
   <source>Scan each piece.</source>
   <translation>Scannez chaque pièce.</translation>
  </message>
  <message>
   <source>Scan every article that came</source>
   <translation>Scannez chaque article arrivé</translation>
  </message>
  <message>
   <source>Scan it</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>Scan it again to put it into the parcel at hand; or put it aside.</source>
   <translation>Scannez-la de nouveau pour la mettre dans le colis en cours ; ou mettez-la de côté.</translation>
  </message>
  <message>
   <source>Scan its serial number.</source>
   <translation>Scannez son numéro de série.</translation>
  </message>
  <message>
   <source>Scan on, or take it in</source>
   <translation>Scannez la suite, ou réceptionnez</translation>
  </message>
  <message>
   <source>Scan or type it</source>
   <translation>Scannez ou saisissez</translation>
  </message>
  <message>
   <source>Scan the barcode on the shelf of the box that you take, or press its figure.</source>
   <translation>Scannez le code-barres sur l’étagère du carton que vous prenez, ou tapez son chiffre.</translation>
  </message>
  <message>
   <source>Scan the damaged piece</source>
   <translation>Scannez la pièce abîmée</translation>
  </message>
  <message>
   <source>Scan the next one, or print its label again</source>
   <translation>Scannez la suivante, ou réimprimez l’étiquette</translation>
  </message>
  <message>
   <source>Scan the parcel to take off</source>
   <translation>Scannez le colis à décharger</translation>
  </message>
  <message>
   <source>Scan the piece that goes into another parcel, as it lies in its parcel now. Take it out only when the screen says that it is moved.</source>
   <translation>Scannez la pièce qui va dans un autre colis, là où elle se trouve. Ne la sortez que lorsque l’écran dit qu’elle est déplacée.</translation>
  </message>
  <message>
   <source>Scan the piece that you take out of the parcel; it lies on the bench again then. F7 moves one into another parcel.</source>
   <translation>Scannez la pièce que vous sortez du colis ; elle est alors de nouveau sur le poste. F7 en déplace une dans un autre colis.</translation>
  </message>
  <message>
   <source>Scan the place where it goes</source>
   <translation>Scannez l’emplacement de destination</translation>
  </message>
  <message>
   <source>Scan the place.</source>
   <translation>Scannez l’emplacement.</translation>
  </message>
  <message>
   <source>Scan the return label, the order or the parcel</source>
   <translation>Scannez l’étiquette de retour, la commande ou le colis</translation>
  </message>
  <message>
   <source>Scan the serial number of {sku}.</source>
   <translation>Scannez le numéro de série de {sku}.</translation>
  </message>
  <message>
   <source>Scan what comes out</source>
   <translation>Scannez ce qui sort</translation>
  </message>
  <message>
   <source>Scan what is moved</source>
   <translation>Scannez la pièce à déplacer</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Scanné</translation>
  </message>
  <message>
   <source>Scanned meanwhile: {code}</source>
   <translation>Scanné entre-temps : {code}</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Lecteur</translation>
  </message>
  <message>
   <source>Scanner setting.</source>
   <translation>Réglage du lecteur.</translation>
  </message>
  <message>
   <source>Scanner settings</source>
   <translation>Réglages du lecteur</translation>
  </message>
  <message>
   <source>Scanner test</source>
   <translation>Test du lecteur</translation>
  </message>
  <message>
   <source>Scrap</source>
   <translation>Mise au rebut</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Rechercher</translation>
  </message>
  <message>
   <source>Search and commands</source>
   <translation>Recherche et commandes</translation>
  </message>
  <message>
   <source>Search everything</source>
   <translation>Tout rechercher</translation>
  </message>
  <message>
   <source>Search here</source>
   <translation>Chercher ici</translation>
  </message>
  <message>
   <source>Search in this list</source>
   <translation>Chercher dans cette liste</translation>
  </message>
  <message>
   <source>Search orders, products, customers, parcels</source>
   <translation>Chercher commandes, articles, clients, colis</translation>
  </message>
  <message>
   <source>Search orders, products, customers, parcels, or a command</source>
   <translation>Chercher commandes, articles, clients, colis ou une action</translation>
  </message>
  <message>
   <source>Seconds between two looks</source>
   <translation>Secondes entre deux passages</translation>
  </message>
  <message>
   <source>Seconds to wait</source>
   <translation>Secondes d’attente</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Sélectionner</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>Vendre</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Envoyer</translation>
  </message>
  <message>
   <source>Send confirmation</source>
   <translation>Envoyer la confirmation</translation>
  </message>
  <message>
   <source>Send the rest later</source>
   <translation>Envoyer le reste plus tard</translation>
  </message>
  <message>
   <source>Send with</source>
   <translation>Expédier par</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Expéditeur</translation>
  </message>
  <message>
   <source>Sender's instructions</source>
   <translation>Instructions de l’expéditeur</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Envoyé</translation>
  </message>
  <message>
   <source>Sent later: {what}</source>
   <translation>Envoyé plus tard : {what}</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>Numéro de série</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>Numéros de série</translation>
  </message>
  <message>
   <source>Serial port</source>
   <translation>Port série</translation>
  </message>
  <message>
   <source>Serial {serial}</source>
   <translation>Série {serial}</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Service {code}</source>
   <translation>Service {code}</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Set a price</source>
   <translation>Fixer un prix</translation>
  </message>
  <message>
   <source>Set aside until it is decided.</source>
   <translation>Mis de côté en attendant la décision.</translation>
  </message>
  <message>
   <source>Set it apart, then press Space</source>
   <translation>Isolez-le, puis appuyez sur Espace</translation>
  </message>
  <message>
   <source>Set my PIN</source>
   <translation>Choisir mon code PIN</translation>
  </message>
  <message>
   <source>Set the PIN</source>
   <translation>Enregistrer le code PIN</translation>
  </message>
  <message>
   <source>Set the books</source>
   <translation>Corriger le stock</translation>
  </message>
  <message>
   <source>Set the password</source>
   <translation>Changer le mot de passe</translation>
  </message>
  <message>
   <source>Set the price</source>
   <translation>Fixer le prix</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Réglages</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>Régler</translation>
  </message>
  <message>
   <source>Settle shortage</source>
   <translation>Résoudre le manque</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Réglé</translation>
  </message>
  <message>
   <source>Settled by: {role}</source>
   <translation>À régler par : {role}</translation>
  </message>
  <message>
   <source>Settlement</source>
   <translation>Règlement</translation>
  </message>
  <message>
   <source>Share no longer</source>
   <translation>Ne plus partager</translation>
  </message>
  <message>
   <source>Share with everybody</source>
   <translation>Partager avec tous</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>Rayons</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Maj</translation>
  </message>
  <message>
   <source>Shift+Enter begins another line.</source>
   <translation>Maj+Entrée commence une autre ligne.</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Expédier</translation>
  </message>
  <message>
   <source>Ship today</source>
   <translation>Départ du jour</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Expédition</translation>
  </message>
  <message>
   <source>Shipments</source>
   <translation>Expéditions</translation>
  </message>
  <message>
   <source>Shipments come here when their pick list is confirmed.</source>
   <translation>Les expéditions arrivent ici quand leur bon de préparation est confirmé.</translation>
  </message>
  <message>
   <source>Shipments come here when they have arrived.</source>
   <translation>Les expéditions figurent ici une fois arrivées.</translation>
  </message>
  <message>
   <source>Shipments that were handed over stand here until they arrive.</source>
   <translation>Les expéditions remises figurent ici jusqu’à leur arrivée.</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Expédié</translation>
  </message>
  <message>
   <source>Shipped on {day}</source>
   <translation>Expédié le {day}</translation>
  </message>
  <message>
   <source>Shipped to the customer</source>
   <translation>Expédié au client</translation>
  </message>
  <message>
   <source>Shipped, {shipment}</source>
   <translation>Expédié, {shipment}</translation>
  </message>
  <message>
   <source>Shipping</source>
   <translation>Expédition</translation>
  </message>
  <message>
   <source>Shipping charges</source>
   <translation>Frais de port</translation>
  </message>
  <message>
   <source>Shipping label</source>
   <translation>Étiquette d’expédition</translation>
  </message>
  <message>
   <source>Shipping labels</source>
   <translation>Étiquettes d’expédition</translation>
  </message>
  <message>
   <source>Shipping undone, {shipment}</source>
   <translation>Départ annulé, {shipment}</translation>
  </message>
  <message>
   <source>Shopify</source>
   <translation>Shopify</translation>
  </message>
  <message>
   <source>Short</source>
   <translation>Manquant</translation>
  </message>
  <message>
   <source>Short by {pieces}</source>
   <translation>Manque {pieces}</translation>
  </message>
  <message>
   <source>Short of goods</source>
   <translation>En rupture</translation>
  </message>
  <message>
   <source>Short stock</source>
   <translation>Quantité manquante</translation>
  </message>
  <message>
   <source>Short stock.</source>
   <translation>Quantité manquante.</translation>
  </message>
  <message>
   <source>Short.</source>
   <translation>Manquant.</translation>
  </message>
  <message>
   <source>Short: barcodes of places carry it.</source>
   <translation>Court : les codes-barres d’emplacement le portent.</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Afficher</translation>
  </message>
  <message>
   <source>Show the order</source>
   <translation>Voir la commande</translation>
  </message>
  <message>
   <source>Sign again</source>
   <translation>Signer à nouveau</translation>
  </message>
  <message>
   <source>Sign here with mouse, pen or finger</source>
   <translation>Signez ici à la souris, au stylet ou au doigt</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Se connecter</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Se déconnecter</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Signing in</source>
   <translation>Connexion</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Depuis</translation>
  </message>
  <message>
   <source>Since {moment}, by {person}</source>
   <translation>Depuis {moment}, par {person}</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Small dangerous goods marks</source>
   <translation>Petites marques de marchandises dangereuses</translation>
  </message>
  <message>
   <source>Small letters and digits, a letter first</source>
   <translation>Minuscules et chiffres, une lettre d’abord</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Réduire</translation>
  </message>
  <message>
   <source>Some of these places are there already; none was added.</source>
   <translation>Certains de ces emplacements existent déjà ; aucun n’a été ajouté.</translation>
  </message>
  <message>
   <source>Somebody else packs it</source>
   <translation>Déjà prise par quelqu’un</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>Autre chose</translation>
  </message>
  <message>
   <source>Something moves on it.</source>
   <translation>Quelque chose bouge dessus.</translation>
  </message>
  <message>
   <source>Something was added on purpose</source>
   <translation>Quelque chose a été ajouté exprès</translation>
  </message>
  <message>
   <source>Sort by</source>
   <translation>Trier par</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Espace</translation>
  </message>
  <message>
   <source>Space shows or hides a column.</source>
   <translation>Espace affiche ou masque une colonne.</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Vitesse</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Fractionner</translation>
  </message>
  <message>
   <source>Staging</source>
   <translation>Attente départ</translation>
  </message>
  <message>
   <source>Start over</source>
   <translation>Recommencer</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>State or province</source>
   <translation>Région</translation>
  </message>
  <message>
   <source>Steer</source>
   <translation>Piloter</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Étape</translation>
  </message>
  <message>
   <source>Stick the label on</source>
   <translation>Coller l’étiquette</translation>
  </message>
  <message>
   <source>Still open</source>
   <translation>Ouvert</translation>
  </message>
  <message>
   <source>Still open: {numbers}</source>
   <translation>Encore ouvert : {numbers}</translation>
  </message>
  <message>
   <source>Still to leave today</source>
   <translation>À expédier ce jour</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Stock</translation>
  </message>
  <message>
   <source>Stock card</source>
   <translation>Fiche de stock</translation>
  </message>
  <message>
   <source>Stock keeper</source>
   <translation>Magasinier</translation>
  </message>
  <message>
   <source>Stock levels</source>
   <translation>Niveaux de stock</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop: already elsewhere</source>
   <translation>Stop : déjà ailleurs</translation>
  </message>
  <message>
   <source>Stop: another carrier</source>
   <translation>Stop : autre transporteur</translation>
  </message>
  <message>
   <source>Stop: expired</source>
   <translation>Stop : périmé</translation>
  </message>
  <message>
   <source>Stop: not done</source>
   <translation>Stop : non fait</translation>
  </message>
  <message>
   <source>Stop: not for a pallet</source>
   <translation>Stop : pas pour une palette</translation>
  </message>
  <message>
   <source>Stop: not for this bench</source>
   <translation>Stop : pas pour ce poste</translation>
  </message>
  <message>
   <source>Stop: not on this truck</source>
   <translation>Stop : pas dans ce camion</translation>
  </message>
  <message>
   <source>Stop: not ready</source>
   <translation>Stop : pas prêt</translation>
  </message>
  <message>
   <source>Stop: serial number missing</source>
   <translation>Stop : numéro de série manquant</translation>
  </message>
  <message>
   <source>Stop: too many</source>
   <translation>Stop : trop de pièces</translation>
  </message>
  <message>
   <source>Stop: unknown code</source>
   <translation>Stop : code inconnu</translation>
  </message>
  <message>
   <source>Stop: void label</source>
   <translation>Stop : étiquette annulée</translation>
  </message>
  <message>
   <source>Stop: wrong code</source>
   <translation>Stop : mauvais code</translation>
  </message>
  <message>
   <source>Stop: wrong item</source>
   <translation>Stop : mauvais article</translation>
  </message>
  <message>
   <source>Stop: wrong lot</source>
   <translation>Stop : mauvais lot</translation>
  </message>
  <message>
   <source>Stop: wrong serial number</source>
   <translation>Stop : mauvais numéro de série</translation>
  </message>
  <message>
   <source>Stopped: what was made until then is printed.</source>
   <translation>Arrêté : ce qui était fait est imprimé.</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Stockage</translation>
  </message>
  <message>
   <source>Store pick-up: {name}</source>
   <translation>Retrait sur place : {name}</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Rue</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Objet</translation>
  </message>
  <message>
   <source>Sunday</source>
   <translation>Dimanche</translation>
  </message>
  <message>
   <source>Supervisor</source>
   <translation>Responsable</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Fournisseur</translation>
  </message>
  <message>
   <source>Suppliers</source>
   <translation>Fournisseurs</translation>
  </message>
  <message>
   <source>Swap from stock</source>
   <translation>Échanger avec le stock</translation>
  </message>
  <message>
   <source>Swap of {qty} {sku} taken back, {shipment}</source>
   <translation>Échange de {qty} {sku} annulé, {shipment}</translation>
  </message>
  <message>
   <source>Swap taken back</source>
   <translation>Échange annulé</translation>
  </message>
  <message>
   <source>Swap: the screen says where to fetch another one. Send later: the customer gets the rest in another parcel. Tell a supervisor: nothing changes yet.</source>
   <translation>Échanger : l’écran dit où aller en chercher un autre. Plus tard : le client reçoit le reste dans un autre colis. Prévenir un responsable : rien ne change encore.</translation>
  </message>
  <message>
   <source>Swapped: {what}</source>
   <translation>Échangé : {what}</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tableau</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Tag {tag} added</source>
   <translation>Étiquette {tag} ajoutée</translation>
  </message>
  <message>
   <source>Tag {tag} taken off</source>
   <translation>Étiquette {tag} retirée</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Take</source>
   <translation>Prendre</translation>
  </message>
  <message>
   <source>Take a parcel off</source>
   <translation>Décharger un colis</translation>
  </message>
  <message>
   <source>Take a tag off</source>
   <translation>Retirer une étiquette</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Reprendre</translation>
  </message>
  <message>
   <source>Take in</source>
   <translation>Réceptionner</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Annuler la remise</translation>
  </message>
  <message>
   <source>Take it back?</source>
   <translation>Annuler la remise ?</translation>
  </message>
  <message>
   <source>Take it off the bench, then press Space</source>
   <translation>Retirez-le du poste, puis appuyez sur Espace</translation>
  </message>
  <message>
   <source>Take or leave</source>
   <translation>Prendre ou laisser</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Take out of the parcel</source>
   <translation>Retirer du colis</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Prendre la main</translation>
  </message>
  <message>
   <source>Take the barcode away</source>
   <translation>Retirer le code-barres</translation>
  </message>
  <message>
   <source>Take the file out</source>
   <translation>Retirer le fichier</translation>
  </message>
  <message>
   <source>Take the hand-over back</source>
   <translation>Annuler la remise</translation>
  </message>
  <message>
   <source>Take the label and stick it on box {box}</source>
   <translation>Prenez l’étiquette et collez-la sur le carton {box}</translation>
  </message>
  <message>
   <source>Take the label and stick it on the parcel</source>
   <translation>Collez l’étiquette sur le colis</translation>
  </message>
  <message>
   <source>Take the label, stick it flat on the largest side, put the slip into the pouch, and take the next one.</source>
   <translation>Prenez l’étiquette, collez-la à plat sur le plus grand côté, glissez le bon dans la pochette, et passez au suivant.</translation>
  </message>
  <message>
   <source>Take the last receipt back</source>
   <translation>Annuler la dernière réception</translation>
  </message>
  <message>
   <source>Take the line away</source>
   <translation>Retirer la ligne</translation>
  </message>
  <message>
   <source>Take the logo away</source>
   <translation>Retirer le logo</translation>
  </message>
  <message>
   <source>Take the next tote with its list and scan the barcode at the top of the list. The order opens by itself.</source>
   <translation>Prenez le bac suivant avec son bon et scannez le code-barres en haut du bon. La commande s’ouvre toute seule.</translation>
  </message>
  <message>
   <source>Take the usual quantity</source>
   <translation>Prendre la quantité habituelle</translation>
  </message>
  <message>
   <source>Take this move back</source>
   <translation>Annuler ce mouvement</translation>
  </message>
  <message>
   <source>Take this version</source>
   <translation>Prendre cette version</translation>
  </message>
  <message>
   <source>Taken away.</source>
   <translation>Retiré.</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Annulé</translation>
  </message>
  <message>
   <source>Taken back.</source>
   <translation>Annulé.</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>Annulé : {what}</translation>
  </message>
  <message>
   <source>Taken in charge</source>
   <translation>Pris en charge</translation>
  </message>
  <message>
   <source>Taken off the pick list, {shipment}</source>
   <translation>Retiré du bon, {shipment}</translation>
  </message>
  <message>
   <source>Taken out</source>
   <translation>Retirée</translation>
  </message>
  <message>
   <source>Taken out: {pieces} {sku}</source>
   <translation>Sorti : {pieces} {sku}</translation>
  </message>
  <message>
   <source>Taken out: {what}</source>
   <translation>Sorti : {what}</translation>
  </message>
  <message>
   <source>Taken up again at the bench, {shipment}</source>
   <translation>Reprise au poste, {shipment}</translation>
  </message>
  <message>
   <source>Takes</source>
   <translation>Prend</translation>
  </message>
  <message>
   <source>Takes complete deliveries only</source>
   <translation>Livraisons complètes seulement</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>TVA</translation>
  </message>
  <message>
   <source>Tax code</source>
   <translation>Code TVA</translation>
  </message>
  <message>
   <source>Tax number</source>
   <translation>Numéro de TVA</translation>
  </message>
  <message>
   <source>Tax {rates}</source>
   <translation>TVA {rates}</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Téléphone</translation>
  </message>
  <message>
   <source>Telephone, E-mail, EDIFACT, UBL, Shopify, WooCommerce, Amazon, Import</source>
   <translation>Téléphone, E-mail, EDIFACT, UBL, Shopify, WooCommerce, Amazon, Import</translation>
  </message>
  <message>
   <source>Tell a supervisor</source>
   <translation>Prévenir un responsable</translation>
  </message>
  <message>
   <source>Tell again</source>
   <translation>Informer à nouveau</translation>
  </message>
  <message>
   <source>Tell by mail when parcels leave</source>
   <translation>Prévenir par courriel au départ des colis</translation>
  </message>
  <message>
   <source>Tell the carrier again</source>
   <translation>Informer à nouveau le transporteur</translation>
  </message>
  <message>
   <source>Tell the customer</source>
   <translation>Prévenir le client</translation>
  </message>
  <message>
   <source>Tell {customer} that {order} will be late</source>
   <translation>Prévenir {customer} du retard de {order}</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>Page de test</translation>
  </message>
  <message>
   <source>Test the scanner</source>
   <translation>Tester le lecteur</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Texte</translation>
  </message>
  <message>
   <source>The answer is saved.</source>
   <translation>La réponse est enregistrée.</translation>
  </message>
  <message>
   <source>The approval limits are kept.</source>
   <translation>Les plafonds d’approbation sont enregistrés.</translation>
  </message>
  <message>
   <source>The badge of {login} is in the print queue.</source>
   <translation>Le badge de {login} est dans la file d’impression.</translation>
  </message>
  <message>
   <source>The bin of the missing ones will be counted.</source>
   <translation>L’emplacement des pièces manquantes sera compté.</translation>
  </message>
  <message>
   <source>The call is taken back.</source>
   <translation>L’appel est annulé.</translation>
  </message>
  <message>
   <source>The carrier is told again.</source>
   <translation>Le transporteur est informé à nouveau.</translation>
  </message>
  <message>
   <source>The carrier knows by now.</source>
   <translation>Le transporteur est déjà informé.</translation>
  </message>
  <message>
   <source>The carrier refused a label, {shipment}</source>
   <translation>Le transporteur a refusé une étiquette, {shipment}</translation>
  </message>
  <message>
   <source>The carrier refused the label</source>
   <translation>Étiquette refusée par le transporteur</translation>
  </message>
  <message>
   <source>The carrier says</source>
   <translation>Le transporteur dit</translation>
  </message>
  <message>
   <source>The cheapest in time</source>
   <translation>Le moins cher dans les délais</translation>
  </message>
  <message>
   <source>The check digit of the article number is wrong: read it again.</source>
   <translation>La clé de contrôle du code article est fausse : scannez à nouveau.</translation>
  </message>
  <message>
   <source>The check digit of the parcel number is wrong: read it again.</source>
   <translation>La clé de contrôle du numéro de colis est fausse : scannez à nouveau.</translation>
  </message>
  <message>
   <source>The company is saved.</source>
   <translation>L’entreprise est enregistrée.</translation>
  </message>
  <message>
   <source>The customer disputes it</source>
   <translation>Le client conteste</translation>
  </message>
  <message>
   <source>The customer fetches the goods</source>
   <translation>Le client retire la marchandise</translation>
  </message>
  <message>
   <source>The customer has no address.</source>
   <translation>Le client n’a pas d’adresse.</translation>
  </message>
  <message>
   <source>The customer has the goods</source>
   <translation>Le client a la marchandise</translation>
  </message>
  <message>
   <source>The customer is blocked</source>
   <translation>Le client est bloqué</translation>
  </message>
  <message>
   <source>The customer says: {reason}</source>
   <translation>Motif du client : « {reason} »</translation>
  </message>
  <message>
   <source>The customer's code, once more</source>
   <translation>Le code du client, encore une fois</translation>
  </message>
  <message>
   <source>The customer's code; empty for all</source>
   <translation>Le code du client ; vide : tous</translation>
  </message>
  <message>
   <source>The database cannot be opened</source>
   <translation>La base ne s’ouvre pas</translation>
  </message>
  <message>
   <source>The database was brought up to date; as it was, it lies in {file}.</source>
   <translation>La base a été mise à jour ; son état d’avant est dans {file}.</translation>
  </message>
  <message>
   <source>The dispute is dropped.</source>
   <translation>Le litige est abandonné.</translation>
  </message>
  <message>
   <source>The dispute is open again.</source>
   <translation>Le litige est rouvert.</translation>
  </message>
  <message>
   <source>The dispute is settled.</source>
   <translation>Le litige est réglé.</translation>
  </message>
  <message>
   <source>The dock is empty</source>
   <translation>Le quai est vide</translation>
  </message>
  <message>
   <source>The driver</source>
   <translation>Le chauffeur</translation>
  </message>
  <message>
   <source>The export was stopped; no file was left behind.</source>
   <translation>L’export a été arrêté ; aucun fichier n’est resté.</translation>
  </message>
  <message>
   <source>The fastest</source>
   <translation>Le plus rapide</translation>
  </message>
  <message>
   <source>The first one</source>
   <translation>Le premier</translation>
  </message>
  <message>
   <source>The first one says which carrier takes it.</source>
   <translation>Le premier dit quel transporteur la prend.</translation>
  </message>
  <message>
   <source>The hold of {order} is released.</source>
   <translation>La commande {order} est débloquée.</translation>
  </message>
  <message>
   <source>The keyboard</source>
   <translation>Le clavier</translation>
  </message>
  <message>
   <source>The label is on its way to the printer.</source>
   <translation>L’étiquette part à l’imprimante.</translation>
  </message>
  <message>
   <source>The label's expiry date does not exist.</source>
   <translation>La date de péremption de l’étiquette n’existe pas.</translation>
  </message>
  <message>
   <source>The letter to {customer} is in the outbox.</source>
   <translation>La lettre à {customer} est dans la boîte d’envoi.</translation>
  </message>
  <message>
   <source>The letter to {name} is in the outbox.</source>
   <translation>La lettre à {name} est dans la boîte d’envoi.</translation>
  </message>
  <message>
   <source>The line holds more now.</source>
   <translation>La ligne en contient davantage.</translation>
  </message>
  <message>
   <source>The list is done.</source>
   <translation>Le bon est terminé.</translation>
  </message>
  <message>
   <source>The logo is kept.</source>
   <translation>Le logo est enregistré.</translation>
  </message>
  <message>
   <source>The logo stands at the head of slips, notes, waybills and the CN 23, in greys.</source>
   <translation>Le logo figure en tête des listes, bons, lettres de voiture et du CN 23, en gris.</translation>
  </message>
  <message>
   <source>The longest side and twice the two others, in millimetres; 0 for no limit</source>
   <translation>Le plus grand côté et deux fois les deux autres, en millimètres ; 0 : sans limite</translation>
  </message>
  <message>
   <source>The manifest is on its way to the printer.</source>
   <translation>Le bordereau part à l’imprimante.</translation>
  </message>
  <message>
   <source>The newest {count} are shown.</source>
   <translation>Les {count} plus récentes sont montrées.</translation>
  </message>
  <message>
   <source>The next scan counts once</source>
   <translation>Le prochain scan compte une fois</translation>
  </message>
  <message>
   <source>The order is no draft any more. Look at it in the list.</source>
   <translation>Cette commande n’est plus un brouillon. Regardez-la dans la liste.</translation>
  </message>
  <message>
   <source>The other version</source>
   <translation>L’autre version</translation>
  </message>
  <message>
   <source>The others follow in steps of ten.</source>
   <translation>Les autres suivent de dix en dix.</translation>
  </message>
  <message>
   <source>The pallet is given up</source>
   <translation>La palette est abandonnée</translation>
  </message>
  <message>
   <source>The pallet is not here any more</source>
   <translation>La palette n’est plus ici</translation>
  </message>
  <message>
   <source>The pallet is open again</source>
   <translation>La palette est rouverte</translation>
  </message>
  <message>
   <source>The parcel weighs something else than its goods and its box. Look whether something is missing or too much in it. If all is right, say why it weighs what it weighs.</source>
   <translation>Le colis ne pèse pas ce que pèsent ses articles et son carton. Regardez s’il manque quelque chose ou s’il y en a trop. Si tout est bon, dites pourquoi il pèse ce poids.</translation>
  </message>
  <message>
   <source>The parcels are on their way</source>
   <translation>Les colis sont en route</translation>
  </message>
  <message>
   <source>The parts of the GS1 code run together: let the scanner send the separator (FNC1) as GS.</source>
   <translation>Les parties du code GS1 se touchent : réglez le lecteur pour envoyer le séparateur (FNC1) comme GS.</translation>
  </message>
  <message>
   <source>The password again</source>
   <translation>Le mot de passe à nouveau</translation>
  </message>
  <message>
   <source>The personal data are gone; the customer is {code} now.</source>
   <translation>Les données personnelles sont effacées ; le client est désormais {code}.</translation>
  </message>
  <message>
   <source>The picker walks from small to large.</source>
   <translation>Le préparateur va du petit au grand.</translation>
  </message>
  <message>
   <source>The place is empty.</source>
   <translation>L’emplacement est vide.</translation>
  </message>
  <message>
   <source>The port is not there.</source>
   <translation>Le port n’est pas là.</translation>
  </message>
  <message>
   <source>The port was pulled out.</source>
   <translation>Le port a été débranché.</translation>
  </message>
  <message>
   <source>The printer is kept.</source>
   <translation>L’imprimante est enregistrée.</translation>
  </message>
  <message>
   <source>The product is added.</source>
   <translation>L’article est ajouté.</translation>
  </message>
  <message>
   <source>The rates of {name} are saved.</source>
   <translation>Les tarifs de {name} sont enregistrés.</translation>
  </message>
  <message>
   <source>The rest is expected on {day}.</source>
   <translation>Reste attendu : {day}</translation>
  </message>
  <message>
   <source>The same order number with other content would stand here.</source>
   <translation>Le même numéro de commande avec un autre contenu serait ici.</translation>
  </message>
  <message>
   <source>The scale says now:</source>
   <translation>La balance indique :</translation>
  </message>
  <message>
   <source>The scanner's port does not answer.</source>
   <translation>Le port du lecteur ne répond pas.</translation>
  </message>
  <message>
   <source>The screen before</source>
   <translation>L’écran précédent</translation>
  </message>
  <message>
   <source>The separator of GS1 codes (FNC1) arrives.</source>
   <translation>Le séparateur des codes GS1 (FNC1) arrive.</translation>
  </message>
  <message>
   <source>The shipments wait at the packing bench. Esc goes back.</source>
   <translation>Les expéditions attendent à l’emballage. Échap pour revenir.</translation>
  </message>
  <message>
   <source>The shipping charges are saved.</source>
   <translation>Les frais de port sont enregistrés.</translation>
  </message>
  <message>
   <source>The shortage of {sku} is settled.</source>
   <translation>Le manque de {sku} est résolu.</translation>
  </message>
  <message>
   <source>The source is taken away.</source>
   <translation>La source est enlevée.</translation>
  </message>
  <message>
   <source>The supplier's number; may be left out</source>
   <translation>Numéro du fournisseur ; facultatif</translation>
  </message>
  <message>
   <source>The two passwords differ. Type it once more.</source>
   <translation>Les deux mots de passe diffèrent. Saisissez-le encore une fois.</translation>
  </message>
  <message>
   <source>The whole path</source>
   <translation>Le chemin complet</translation>
  </message>
  <message>
   <source>Their number</source>
   <translation>Leur numéro</translation>
  </message>
  <message>
   <source>Their price</source>
   <translation>Leur prix</translation>
  </message>
  <message>
   <source>Their words</source>
   <translation>Leurs mots</translation>
  </message>
  <message>
   <source>Then say into which parcel.</source>
   <translation>Dites ensuite dans quel colis.</translation>
  </message>
  <message>
   <source>There is no delivery address.</source>
   <translation>Il n’y a pas d’adresse de livraison.</translation>
  </message>
  <message>
   <source>There is no place {place}.</source>
   <translation>Il n’y a pas d’emplacement {place}.</translation>
  </message>
  <message>
   <source>There is no reason to choose; add one first.</source>
   <translation>Il n’y a aucun motif à choisir ; ajoutez-en un d’abord.</translation>
  </message>
  <message>
   <source>There is nothing to undo here.</source>
   <translation>Il n’y a rien à annuler ici.</translation>
  </message>
  <message>
   <source>There, but not to be sent</source>
   <translation>Présent, mais à ne pas envoyer</translation>
  </message>
  <message>
   <source>They are wanted after all</source>
   <translation>On les garde finalement</translation>
  </message>
  <message>
   <source>This article has a serial number for each piece. Scan that number, not the article.</source>
   <translation>Chaque pièce de cet article a un numéro de série. Scannez ce numéro, pas l’article.</translation>
  </message>
  <message>
   <source>This article is not in this order. It may belong to the next one: put it on the shelf beside you.</source>
   <translation>Cet article n’est pas dans cette commande. Il est peut-être de la suivante : posez-le sur l’étagère à côté de vous.</translation>
  </message>
  <message>
   <source>This barcode is none of goods to be packed here. Scan the barcode of the article.</source>
   <translation>Ce code-barres n’est pas celui d’une marchandise à emballer ici. Scannez celui de l’article.</translation>
  </message>
  <message>
   <source>This command does nothing here: {command}.</source>
   <translation>Cette commande ne fait rien ici : {command}.</translation>
  </message>
  <message>
   <source>This could not be read</source>
   <translation>Lecture impossible</translation>
  </message>
  <message>
   <source>This customer</source>
   <translation>Ce client</translation>
  </message>
  <message>
   <source>This customer pays first: {seen} of {total} was seen.</source>
   <translation>Ce client paie d’avance : {seen} constatés sur {total}.</translation>
  </message>
  <message>
   <source>This customer takes complete deliveries only.</source>
   <translation>Ce client n’accepte que des livraisons complètes.</translation>
  </message>
  <message>
   <source>This desk calls itself {code}; it is not known to the others yet.</source>
   <translation>Ce poste s’appelle {code} ; les autres ne le connaissent pas encore.</translation>
  </message>
  <message>
   <source>This desk has no scale: Enter closes the parcel with the weight of its goods and its box.</source>
   <translation>Ce poste n’a pas de balance : Entrée ferme le colis avec le poids de ses articles et de son carton.</translation>
  </message>
  <message>
   <source>This desk is {code}, {name}.</source>
   <translation>Ce poste est {code}, {name}.</translation>
  </message>
  <message>
   <source>This desk is {code}.</source>
   <translation>Ce poste est {code}.</translation>
  </message>
  <message>
   <source>This is needed.</source>
   <translation>À remplir.</translation>
  </message>
  <message>
   <source>This is no day.</source>
   <translation>Ce n’est pas une date.</translation>
  </message>
  <message>
   <source>This is no price.</source>
   <translation>Ce n’est pas un prix.</translation>
  </message>
  <message>
   <source>This is no quantity.</source>
   <translation>Ce n’est pas une quantité.</translation>
  </message>
  <message>
   <source>This is no weight: type 7.84 for kilograms, 7840 for grams.</source>
   <translation>Ce n’est pas un poids : saisissez 7,84 en kilos, 7840 en grammes.</translation>
  </message>
  <message>
   <source>This is no weight: {typed}</source>
   <translation>Ce n’est pas un poids : {typed}</translation>
  </message>
  <message>
   <source>This is not in the list.</source>
   <translation>Ce n’est pas dans la liste.</translation>
  </message>
  <message>
   <source>This is taken.</source>
   <translation>Déjà pris.</translation>
  </message>
  <message>
   <source>This is the sample company. Sign in as samir (supervisor), claire (orders), marie (packing) or zoe (returns); the password is filled in.</source>
   <translation>Voici la société d’exemple. Connectez-vous comme samir (responsable), claire (commandes), marie (emballage) ou zoe (retours) ; le mot de passe est rempli.</translation>
  </message>
  <message>
   <source>This message</source>
   <translation>Ce message</translation>
  </message>
  <message>
   <source>This pick-up is closed: Ctrl+Z opens it again.</source>
   <translation>Cet enlèvement est clôturé : Ctrl+Z le rouvre.</translation>
  </message>
  <message>
   <source>This piece was sold, packed or never received. Take another one and put this one aside.</source>
   <translation>Cette pièce est vendue, emballée ou jamais reçue. Prenez-en une autre et mettez celle-ci de côté.</translation>
  </message>
  <message>
   <source>This should not have happened. What was saved is safe, and you can go on. Tell the number {number} to whoever looks after Quai.</source>
   <translation>Cela n’aurait pas dû arriver. Ce qui est enregistré est sûr, et vous pouvez continuer. Donnez le numéro {number} à la personne qui s’occupe de Quai.</translation>
  </message>
  <message>
   <source>Those shipments stay open until the rest leaves.</source>
   <translation>Ces expéditions restent ouvertes jusqu’au départ du reste.</translation>
  </message>
  <message>
   <source>Three letters, as EUR</source>
   <translation>Trois lettres, par exemple EUR</translation>
  </message>
  <message>
   <source>Thursday</source>
   <translation>Jeudi</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Fuseau horaire</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Vers</translation>
  </message>
  <message>
   <source>To accept</source>
   <translation>À accepter</translation>
  </message>
  <message>
   <source>To answer</source>
   <translation>À traiter</translation>
  </message>
  <message>
   <source>To approve</source>
   <translation>À approuver</translation>
  </message>
  <message>
   <source>To be fetched</source>
   <translation>À retirer</translation>
  </message>
  <message>
   <source>To be paid</source>
   <translation>À payer</translation>
  </message>
  <message>
   <source>To be read</source>
   <translation>À lire</translation>
  </message>
  <message>
   <source>To be signed</source>
   <translation>À signer</translation>
  </message>
  <message>
   <source>To check</source>
   <translation>À vérifier</translation>
  </message>
  <message>
   <source>To come back</source>
   <translation>À retourner</translation>
  </message>
  <message>
   <source>To countries</source>
   <translation>Vers les pays</translation>
  </message>
  <message>
   <source>To day</source>
   <translation>Jusqu’au jour</translation>
  </message>
  <message>
   <source>To inspect</source>
   <translation>À contrôler</translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>À regarder</translation>
  </message>
  <message>
   <source>To mend</source>
   <translation>À corriger</translation>
  </message>
  <message>
   <source>To open it here again, undo handing over in Shipments first.</source>
   <translation>Pour la rouvrir ici, annulez d’abord sa remise dans Expéditions.</translation>
  </message>
  <message>
   <source>To pack</source>
   <translation>À emballer</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>À payer</translation>
  </message>
  <message>
   <source>To pick</source>
   <translation>À prélever</translation>
  </message>
  <message>
   <source>To place</source>
   <translation>Vers l’emplacement</translation>
  </message>
  <message>
   <source>To release</source>
   <translation>À lancer</translation>
  </message>
  <message>
   <source>To settle</source>
   <translation>À régler</translation>
  </message>
  <message>
   <source>To ship</source>
   <translation>À expédier</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Prévenu</translation>
  </message>
  <message>
   <source>Tomorrow</source>
   <translation>Demain</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Total from</source>
   <translation>Total à partir de</translation>
  </message>
  <message>
   <source>Total up to</source>
   <translation>Total jusqu’à</translation>
  </message>
  <message>
   <source>Tote</source>
   <translation>Bac</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ville</translation>
  </message>
  <message>
   <source>Tracked by lot</source>
   <translation>Suivi par lot</translation>
  </message>
  <message>
   <source>Tracked by serial number</source>
   <translation>Suivi par numéro de série</translation>
  </message>
  <message>
   <source>Tracking</source>
   <translation>Suivi</translation>
  </message>
  <message>
   <source>Tracking {number}</source>
   <translation>Suivi {number}</translation>
  </message>
  <message>
   <source>Travels on</source>
   <translation>Circule le</translation>
  </message>
  <message>
   <source>Trouble at the bench settled, {shipment}</source>
   <translation>Problème d’emballage réglé, {shipment}</translation>
  </message>
  <message>
   <source>Try a product, one of our own papers, and, if goods carry them, a GS1 code with lot and date.</source>
   <translation>Essayez un article, un de nos documents et, s’il y en a, un code GS1 avec lot et date.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>L’essayer</translation>
  </message>
  <message>
   <source>Try the rules</source>
   <translation>Essayer les règles</translation>
  </message>
  <message>
   <source>Tuesday</source>
   <translation>Mardi</translation>
  </message>
  <message>
   <source>Tunnel restriction code</source>
   <translation>Code de restriction en tunnels</translation>
  </message>
  <message>
   <source>Two labels came in one reading.</source>
   <translation>Deux étiquettes en une seule lecture.</translation>
  </message>
  <message>
   <source>Two letters each, as FR BE; EU for the Union</source>
   <translation>Deux lettres chacun, par exemple FR BE ; EU pour l’Union</translation>
  </message>
  <message>
   <source>Two letters each, as FR, BE; EU for the Union</source>
   <translation>Deux lettres chacun, comme FR, BE ; EU pour l’Union</translation>
  </message>
  <message>
   <source>Two letters, as FR</source>
   <translation>Deux lettres, comme FR</translation>
  </message>
  <message>
   <source>Type a code instead of scanning it</source>
   <translation>Saisir un code au lieu de le scanner</translation>
  </message>
  <message>
   <source>Type a code: barcode, SKU, place or number</source>
   <translation>Saisissez un code : code-barres, référence, emplacement ou numéro</translation>
  </message>
  <message>
   <source>Type a number from 1 to {most}.</source>
   <translation>Saisissez un nombre de 1 à {most}.</translation>
  </message>
  <message>
   <source>Type how many of the article are missing or damaged, then press Enter.</source>
   <translation>Tapez combien de pièces de l’article manquent ou sont abîmées, puis Entrée.</translation>
  </message>
  <message>
   <source>Type how often the next scan is to count, then scan one piece. Count the pieces first.</source>
   <translation>Tapez combien de fois compte le prochain scan, puis scannez une pièce. Comptez d’abord les pièces.</translation>
  </message>
  <message>
   <source>Type its weight, or let it weigh what goods and box weigh.</source>
   <translation>Tapez son poids, ou laissez-lui celui des articles et du carton.</translation>
  </message>
  <message>
   <source>Type its weight.</source>
   <translation>Tapez son poids.</translation>
  </message>
  <message>
   <source>Type the weight</source>
   <translation>Tapez le poids</translation>
  </message>
  <message>
   <source>Type the weight in kg and the height in cm, or nothing.</source>
   <translation>Taper le poids en kg et la hauteur en cm, ou rien.</translation>
  </message>
  <message>
   <source>Type {code} to go on.</source>
   <translation>Tapez {code} pour continuer.</translation>
  </message>
  <message>
   <source>Typed for every parcel</source>
   <translation>Tapé pour chaque colis</translation>
  </message>
  <message>
   <source>UBL</source>
   <translation>UBL</translation>
  </message>
  <message>
   <source>UBL DespatchAdvice</source>
   <translation>UBL DespatchAdvice</translation>
  </message>
  <message>
   <source>UBL OrderResponse</source>
   <translation>UBL OrderResponse</translation>
  </message>
  <message>
   <source>UN number</source>
   <translation>Numéro ONU</translation>
  </message>
  <message>
   <source>Under Carriers, add who fetches parcels here.</source>
   <translation>Sous Transporteurs, ajoutez qui enlève les colis ici.</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Compris</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Undo delivered</source>
   <translation>Annuler la livraison</translation>
  </message>
  <message>
   <source>Undo handing over</source>
   <translation>Annuler la remise</translation>
  </message>
  <message>
   <source>Undo last scan</source>
   <translation>Annuler le dernier scan</translation>
  </message>
  <message>
   <source>Undo the last count</source>
   <translation>Annuler le dernier comptage</translation>
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation>Annuler : {what}</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unité</translation>
  </message>
  <message>
   <source>Unit where it names none</source>
   <translation>Unité si elle n’en indique pas</translation>
  </message>
  <message>
   <source>Unknown article</source>
   <translation>Article inconnu</translation>
  </message>
  <message>
   <source>Unknown code.</source>
   <translation>Code inconnu.</translation>
  </message>
  <message>
   <source>Unknown number</source>
   <translation>Numéro inconnu</translation>
  </message>
  <message>
   <source>Unknown numbers</source>
   <translation>Numéros inconnus</translation>
  </message>
  <message>
   <source>Unreserve</source>
   <translation>Lever la réservation</translation>
  </message>
  <message>
   <source>Unresolved</source>
   <translation>À résoudre</translation>
  </message>
  <message>
   <source>Until (optional)</source>
   <translation>Jusqu’au (facultatif)</translation>
  </message>
  <message>
   <source>Unusual quantity</source>
   <translation>Quantité inhabituelle</translation>
  </message>
  <message>
   <source>Unusually small quantity</source>
   <translation>Quantité étonnamment faible</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Haut</translation>
  </message>
  <message>
   <source>Up to grams</source>
   <translation>Jusqu’à (grammes)</translation>
  </message>
  <message>
   <source>Up to which amount a role approves, in the currency of the order; an empty field is not at all. Administrators approve everything.</source>
   <translation>Montant jusqu’auquel un rôle approuve, dans la devise de la commande ; un champ vide n’autorise rien. Les administrateurs approuvent tout.</translation>
  </message>
  <message>
   <source>Upright: this side stays up in the box</source>
   <translation>Debout : ce côté reste en haut</translation>
  </message>
  <message>
   <source>Urgent</source>
   <translation>Urgente</translation>
  </message>
  <message>
   <source>Users</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>Usual article absent</source>
   <translation>Article habituel absent</translation>
  </message>
  <message>
   <source>Usual order</source>
   <translation>Commande habituelle</translation>
  </message>
  <message>
   <source>Usual order overdue</source>
   <translation>Commande habituelle en retard</translation>
  </message>
  <message>
   <source>VAT number; orders that come in are known by it</source>
   <translation>Les commandes reçues sont reconnues par ce numéro</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>VIP</translation>
  </message>
  <message>
   <source>VIP customer</source>
   <translation>Client VIP</translation>
  </message>
  <message>
   <source>Value of a special drawing right</source>
   <translation>Valeur d’un droit de tirage spécial</translation>
  </message>
  <message>
   <source>View {name} is changed.</source>
   <translation>La vue {name} est modifiée.</translation>
  </message>
  <message>
   <source>View {name} is deleted.</source>
   <translation>La vue {name} est supprimée.</translation>
  </message>
  <message>
   <source>View {name} is kept.</source>
   <translation>La vue {name} est enregistrée.</translation>
  </message>
  <message>
   <source>Views</source>
   <translation>Vues</translation>
  </message>
  <message>
   <source>Virtual</source>
   <translation>Virtuels</translation>
  </message>
  <message>
   <source>Volume of the bench sounds</source>
   <translation>Volume des sons du poste</translation>
  </message>
  <message>
   <source>Volume weight</source>
   <translation>Poids volumétrique</translation>
  </message>
  <message>
   <source>Wait until</source>
   <translation>Attendre jusqu’au</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>En attente</translation>
  </message>
  <message>
   <source>Waiting for the scale.</source>
   <translation>En attente de la balance.</translation>
  </message>
  <message>
   <source>Waiting until {time}</source>
   <translation>En attente jusqu’à {time}</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Attend</translation>
  </message>
  <message>
   <source>Waits as a whole</source>
   <translation>Attend en entier</translation>
  </message>
  <message>
   <source>Waits for goods</source>
   <translation>Attend de la marchandise</translation>
  </message>
  <message>
   <source>Waits for its truck</source>
   <translation>Attend son camion</translation>
  </message>
  <message>
   <source>Waits for stock</source>
   <translation>Attend du stock</translation>
  </message>
  <message>
   <source>Waits for {sku}, which is on order nowhere</source>
   <translation>Attend {sku}, qui n’est commandé nulle part</translation>
  </message>
  <message>
   <source>Waits for {supplier} until {day}</source>
   <translation>Attend {supplier} jusqu’au {day}</translation>
  </message>
  <message>
   <source>Waits since</source>
   <translation>En attente depuis</translation>
  </message>
  <message>
   <source>Waits until {day}</source>
   <translation>Attend le {day}</translation>
  </message>
  <message>
   <source>Walk</source>
   <translation>Parcours</translation>
  </message>
  <message>
   <source>Walk begins at</source>
   <translation>Début du parcours</translation>
  </message>
  <message>
   <source>Wanted</source>
   <translation>Souhaité</translation>
  </message>
  <message>
   <source>Wanted on</source>
   <translation>Livraison souhaitée</translation>
  </message>
  <message>
   <source>Wanted on {now}, was {was}</source>
   <translation>Souhaité pour le {now}, était {was}</translation>
  </message>
  <message>
   <source>Warehouse</source>
   <translation>Entrepôt</translation>
  </message>
  <message>
   <source>Warehouses</source>
   <translation>Entrepôts</translation>
  </message>
  <message>
   <source>Waybill</source>
   <translation>Lettre de voiture</translation>
  </message>
  <message>
   <source>Waybills</source>
   <translation>Lettres de voiture</translation>
  </message>
  <message>
   <source>Web shop</source>
   <translation>Boutique web</translation>
  </message>
  <message>
   <source>Wednesday</source>
   <translation>Mercredi</translation>
  </message>
  <message>
   <source>Weigh again</source>
   <translation>Peser encore</translation>
  </message>
  <message>
   <source>Weigh again, or say why</source>
   <translation>Pesez encore, ou dites pourquoi</translation>
  </message>
  <message>
   <source>Weigh the parcel, type what the scale shows (7.84 is kilograms, 7840 grams), then press Enter.</source>
   <translation>Pesez le colis, tapez ce que montre la balance (7,84 : kilogrammes, 7840 : grammes), puis Entrée.</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Poids</translation>
  </message>
  <message>
   <source>Weight in grams</source>
   <translation>Poids en grammes</translation>
  </message>
  <message>
   <source>Weight is off</source>
   <translation>Poids inattendu</translation>
  </message>
  <message>
   <source>Weight missing</source>
   <translation>Poids manquant</translation>
  </message>
  <message>
   <source>Weight of parcels without a scale</source>
   <translation>Poids des colis sans balance</translation>
  </message>
  <message>
   <source>Weight {weight} accepted, expected {expected}, {shipment}</source>
   <translation>Poids de {weight} accepté, attendu {expected}, {shipment}</translation>
  </message>
  <message>
   <source>Weight, kg</source>
   <translation>Poids, kg</translation>
  </message>
  <message>
   <source>Weights, at every desk</source>
   <translation>Poids, à tous les postes</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Bienvenue</translation>
  </message>
  <message>
   <source>Well scanned</source>
   <translation>Bien scanné</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>What becomes of it</source>
   <translation>Ce qu’il en devient</translation>
  </message>
  <message>
   <source>What comes back</source>
   <translation>Ce qui revient</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Ce qui diffère</translation>
  </message>
  <message>
   <source>What is its condition?</source>
   <translation>Quel est son état ?</translation>
  </message>
  <message>
   <source>What is missing</source>
   <translation>Ce qui manque</translation>
  </message>
  <message>
   <source>What is odd</source>
   <translation>À vérifier</translation>
  </message>
  <message>
   <source>What is open in {currencies} is not counted.</source>
   <translation>Ce qui est dû en {currencies} n’est pas compté.</translation>
  </message>
  <message>
   <source>What is packed stays packed. Enter: goes on later.</source>
   <translation>Ce qui est emballé le reste. Entrée : reprise plus tard.</translation>
  </message>
  <message>
   <source>What is printed anywhere stands here, with the reason where it does not come out.</source>
   <translation>Toutes les impressions sont ici, avec la raison de celles qui ne sortent pas.</translation>
  </message>
  <message>
   <source>What is received lies here until it is put away. Esc goes back.</source>
   <translation>La marchandise reçue attend ici son rangement. Échap pour revenir.</translation>
  </message>
  <message>
   <source>What is received, moved or shipped stands here.</source>
   <translation>Ici figure ce qui est reçu, déplacé ou expédié.</translation>
  </message>
  <message>
   <source>What is there goes first, the rest follows.</source>
   <translation>Le disponible part d’abord, le reste suit.</translation>
  </message>
  <message>
   <source>What is to be done? 1, 2 or 3</source>
   <translation>Que faire ? 1, 2 ou 3</translation>
  </message>
  <message>
   <source>What is wrong? Press 1 or 2</source>
   <translation>Quel problème ? Appuyez sur 1 ou 2</translation>
  </message>
  <message>
   <source>What lies there</source>
   <translation>Contenu</translation>
  </message>
  <message>
   <source>What one of it is called: piece, bottle, bag</source>
   <translation>Le nom d’une unité : pièce, bouteille, sac</translation>
  </message>
  <message>
   <source>What rules did</source>
   <translation>Ce que les règles ont fait</translation>
  </message>
  <message>
   <source>What the carrier says</source>
   <translation>Ce que dit le transporteur</translation>
  </message>
  <message>
   <source>What the customer says, for the bench</source>
   <translation>Ce que dit le client, pour le contrôle</translation>
  </message>
  <message>
   <source>What the law wants there: legal form, register, tax number; two lines at most</source>
   <translation>Ce qu’exige la loi : forme juridique, registre, numéro de TVA ; deux lignes au plus</translation>
  </message>
  <message>
   <source>What they say</source>
   <translation>Ce qu’ils disent</translation>
  </message>
  <message>
   <source>What to change</source>
   <translation>À modifier</translation>
  </message>
  <message>
   <source>What was begun before comes back after this order.</source>
   <translation>Ce qui était commencé revient après cette commande.</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>Ce qui a été fait</translation>
  </message>
  <message>
   <source>What was typed is forgotten.</source>
   <translation>La saisie est effacée.</translation>
  </message>
  <message>
   <source>What we say</source>
   <translation>Ce que nous répondons</translation>
  </message>
  <message>
   <source>What would a shipment get?</source>
   <translation>Que recevrait une expédition ?</translation>
  </message>
  <message>
   <source>What would be done</source>
   <translation>Ce qui serait fait</translation>
  </message>
  <message>
   <source>What would the rule {rule} have done?</source>
   <translation>Qu’aurait fait la règle {rule} ?</translation>
  </message>
  <message>
   <source>What you mended is not kept: F10 keeps it, Esc leaves it.</source>
   <translation>Votre correction n’est pas gardée : F10 la garde, Échap l’abandonne.</translation>
  </message>
  <message>
   <source>What you typed is not saved: Ctrl+S keeps it, Esc leaves it.</source>
   <translation>Votre saisie n’est pas enregistrée : Ctrl+S la garde, Échap la quitte.</translation>
  </message>
  <message>
   <source>What {customer} usually takes</source>
   <translation>Ce que prend d’habitude {customer}</translation>
  </message>
  <message>
   <source>Whatever</source>
   <translation>Peu importe</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Where it lies</source>
   <translation>Emplacements</translation>
  </message>
  <message>
   <source>Where the work stands</source>
   <translation>Où en est le travail</translation>
  </message>
  <message>
   <source>Which box? Scan it, or press its figure</source>
   <translation>Quel carton ? Scannez-le, ou tapez son chiffre</translation>
  </message>
  <message>
   <source>Which day ahead? 13/3, +2</source>
   <translation>Quel jour à venir ? 13/3, +2</translation>
  </message>
  <message>
   <source>Which day? 13/3, +2, Friday</source>
   <translation>Quel jour ? 13/3, +2, vendredi</translation>
  </message>
  <message>
   <source>Which order again?</source>
   <translation>Quelle commande reprendre ?</translation>
  </message>
  <message>
   <source>Which order is exchanged?</source>
   <translation>Quelle commande est échangée ?</translation>
  </message>
  <message>
   <source>Which place?</source>
   <translation>Quel emplacement ?</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>Who fetches it</source>
   <translation>Qui vient chercher</translation>
  </message>
  <message>
   <source>Who orders? Enter takes the first one.</source>
   <translation>Qui commande ? Entrée prend le premier.</translation>
  </message>
  <message>
   <source>Who settles it</source>
   <translation>Qui règle</translation>
  </message>
  <message>
   <source>Whole page</source>
   <translation>Page entière</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Pourquoi</translation>
  </message>
  <message>
   <source>Width in millimetres</source>
   <translation>Largeur en millimètres</translation>
  </message>
  <message>
   <source>Width inside, in millimetres</source>
   <translation>Largeur intérieure, en millimètres</translation>
  </message>
  <message>
   <source>Width outside, in millimetres</source>
   <translation>Largeur extérieure, en millimètres</translation>
  </message>
  <message>
   <source>Will be split</source>
   <translation>Sera fractionné</translation>
  </message>
  <message>
   <source>With promises</source>
   <translation>Avec réservations</translation>
  </message>
  <message>
   <source>With {tracking} for the number</source>
   <translation>Avec {tracking} à la place du numéro</translation>
  </message>
  <message>
   <source>Without a pointer the name alone will do.</source>
   <translation>Sans souris ni stylet, le nom suffit.</translation>
  </message>
  <message>
   <source>Without one everybody pays the products' own prices. Press Ctrl+N to add one.</source>
   <translation>Sans elle, chacun paie le prix des articles. Appuyez sur Ctrl+N pour en ajouter une.</translation>
  </message>
  <message>
   <source>Without rules an order has the carrier that it names. Press Ctrl+N to add one.</source>
   <translation>Sans règle, une commande garde le transporteur qu’elle nomme. Ctrl+N en ajoute une.</translation>
  </message>
  <message>
   <source>WooCommerce</source>
   <translation>WooCommerce</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Texte</translation>
  </message>
  <message>
   <source>Work areas</source>
   <translation>Zones de travail</translation>
  </message>
  <message>
   <source>Working days</source>
   <translation>Jours ouvrés</translation>
  </message>
  <message>
   <source>Worn</source>
   <translation>Usé</translation>
  </message>
  <message>
   <source>Write a day, or days from today: 13/3, today, +7, -2</source>
   <translation>Écrivez un jour, ou des jours à partir d’aujourd’hui : 13/3, aujourd’hui, +7, -2</translation>
  </message>
  <message>
   <source>Write a day: 13/3, +2, tomorrow or Friday.</source>
   <translation>Écrivez un jour : 13/3, +2, demain ou vendredi.</translation>
  </message>
  <message>
   <source>Write a file</source>
   <translation>Écrire un fichier</translation>
  </message>
  <message>
   <source>Write a login: a short name without spaces.</source>
   <translation>Écrivez un identifiant : un nom court sans espaces.</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Écrire une note</translation>
  </message>
  <message>
   <source>Write a percentage as 2 or 2.5.</source>
   <translation>Écrivez un pourcentage comme 2 ou 2,5.</translation>
  </message>
  <message>
   <source>Write a whole number.</source>
   <translation>Écrivez un nombre entier.</translation>
  </message>
  <message>
   <source>Write an amount as 12.50, without thousands.</source>
   <translation>Écrivez un montant comme 12,50, sans séparateur de milliers.</translation>
  </message>
  <message>
   <source>Write an amount: 1250 or 1250.50</source>
   <translation>Écrivez un montant : 1250 ou 1250,50</translation>
  </message>
  <message>
   <source>Write down</source>
   <translation>Noter</translation>
  </message>
  <message>
   <source>Write down what was agreed.</source>
   <translation>Notez ce qui a été convenu.</translation>
  </message>
  <message>
   <source>Write down why.</source>
   <translation>Indiquez pourquoi.</translation>
  </message>
  <message>
   <source>Write how many pieces the code stands for.</source>
   <translation>Écrivez combien de pièces vaut le code.</translation>
  </message>
  <message>
   <source>Write to the customer</source>
   <translation>Écrire au client</translation>
  </message>
  <message>
   <source>Write which aisles and bays there are.</source>
   <translation>Indiquez les allées et les travées.</translation>
  </message>
  <message>
   <source>Write your login.</source>
   <translation>Écrivez votre identifiant.</translation>
  </message>
  <message>
   <source>Write your name.</source>
   <translation>Écrivez votre nom.</translation>
  </message>
  <message>
   <source>Written down for {order}.</source>
   <translation>Noté pour {order}.</translation>
  </message>
  <message>
   <source>Written off.</source>
   <translation>Sorti du stock.</translation>
  </message>
  <message>
   <source>Wrong lot.</source>
   <translation>Mauvais lot.</translation>
  </message>
  <message>
   <source>Wrong place</source>
   <translation>Mauvais emplacement</translation>
  </message>
  <message>
   <source>Wrong place.</source>
   <translation>Mauvais emplacement.</translation>
  </message>
  <message>
   <source>Wrong product.</source>
   <translation>Mauvais article.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Oui</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Hier</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Vous</translation>
  </message>
  <message>
   <source>You may not see this screen. Ask a supervisor.</source>
   <translation>Vous n’avez pas accès à cet écran. Demandez à un responsable.</translation>
  </message>
  <message>
   <source>You were away for a while.</source>
   <translation>Vous étiez absent un moment.</translation>
  </message>
  <message>
   <source>Your PIN is set.</source>
   <translation>Votre code PIN est enregistré.</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Votre nom</translation>
  </message>
  <message>
   <source>ZIP code</source>
   <translation>code ZIP</translation>
  </message>
  <message>
   <source>ZPL, 203 dpi, 4 × 6 in</source>
   <translation>ZPL, 203 dpi, 4 × 6 pouces</translation>
  </message>
  <message>
   <source>ZPL, 203 dpi, A6</source>
   <translation>ZPL, 203 dpi, A6</translation>
  </message>
  <message>
   <source>ZPL, 300 dpi, 4 × 6 in</source>
   <translation>ZPL, 300 dpi, 4 × 6 pouces</translation>
  </message>
  <message>
   <source>ZPL, 300 dpi, A6</source>
   <translation>ZPL, 300 dpi, A6</translation>
  </message>
  <message>
   <source>about to miss their promise</source>
   <translation>promesse menacée</translation>
  </message>
  <message>
   <source>accept</source>
   <translation>accepter</translation>
  </message>
  <message>
   <source>active</source>
   <translation>actif</translation>
  </message>
  <message>
   <source>address complete</source>
   <translation>adresse complète</translation>
  </message>
  <message>
   <source>address-check</source>
   <translation>adresse à vérifier</translation>
  </message>
  <message>
   <source>adjust</source>
   <translation>régulariser</translation>
  </message>
  <message>
   <source>adjustment</source>
   <translation>régularisation</translation>
  </message>
  <message>
   <source>admin</source>
   <translation>administrateur</translation>
  </message>
  <message>
   <source>allocate</source>
   <translation>affecter</translation>
  </message>
  <message>
   <source>always</source>
   <translation>toujours</translation>
  </message>
  <message>
   <source>amend</source>
   <translation>modifier</translation>
  </message>
  <message>
   <source>amend the order</source>
   <translation>modifier la commande</translation>
  </message>
  <message>
   <source>amount</source>
   <translation>montant</translation>
  </message>
  <message>
   <source>announced</source>
   <translation>annoncée</translation>
  </message>
  <message>
   <source>any</source>
   <translation>indifférent</translation>
  </message>
  <message>
   <source>any reason</source>
   <translation>tout motif</translation>
  </message>
  <message>
   <source>area</source>
   <translation>zone</translation>
  </message>
  <message>
   <source>arrives {day}</source>
   <translation>arrivée {day}</translation>
  </message>
  <message>
   <source>article</source>
   <translation>article</translation>
  </message>
  <message>
   <source>asked for on {day}</source>
   <translation>demandé le {day}</translation>
  </message>
  <message>
   <source>assembly</source>
   <translation>assemblage</translation>
  </message>
  <message>
   <source>at hand</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>at the printer</source>
   <translation>à l’imprimante</translation>
  </message>
  <message>
   <source>authorise</source>
   <translation>autoriser</translation>
  </message>
  <message>
   <source>authorised</source>
   <translation>autorisé</translation>
  </message>
  <message>
   <source>awaiting-payment</source>
   <translation>en attente de paiement</translation>
  </message>
  <message>
   <source>badge</source>
   <translation>badge</translation>
  </message>
  <message>
   <source>badge_card</source>
   <translation>badge</translation>
  </message>
  <message>
   <source>badges</source>
   <translation>badges</translation>
  </message>
  <message>
   <source>barcode</source>
   <translation>code-barres</translation>
  </message>
  <message>
   <source>before {time}</source>
   <translation>avant {time}</translation>
  </message>
  <message>
   <source>best before {day}</source>
   <translation>péremption {day}</translation>
  </message>
  <message>
   <source>beyond repair</source>
   <translation>irréparable</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>bloqué</translation>
  </message>
  <message>
   <source>by goods and box, not weighed</source>
   <translation>d’après articles et carton, non pesé</translation>
  </message>
  <message>
   <source>by name</source>
   <translation>par son nom</translation>
  </message>
  <message>
   <source>call_back</source>
   <translation>rappeler</translation>
  </message>
  <message>
   <source>came {moment}</source>
   <translation>arrivée {moment}</translation>
  </message>
  <message>
   <source>cancel</source>
   <translation>annuler</translation>
  </message>
  <message>
   <source>cancel a line</source>
   <translation>annuler une ligne</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>annulé</translation>
  </message>
  <message>
   <source>carrier</source>
   <translation>transporteur</translation>
  </message>
  <message>
   <source>carrier code</source>
   <translation>code transporteur</translation>
  </message>
  <message>
   <source>carrier name</source>
   <translation>nom du transporteur</translation>
  </message>
  <message>
   <source>carrier {values}</source>
   <translation>transporteur {values}</translation>
  </message>
  <message>
   <source>carton</source>
   <translation>carton</translation>
  </message>
  <message>
   <source>channel {values}</source>
   <translation>canal {values}</translation>
  </message>
  <message>
   <source>city</source>
   <translation>ville</translation>
  </message>
  <message>
   <source>city_area</source>
   <translation>quartier</translation>
  </message>
  <message>
   <source>close</source>
   <translation>clôturer</translation>
  </message>
  <message>
   <source>close it</source>
   <translation>la fermer</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>clôturé</translation>
  </message>
  <message>
   <source>cn22</source>
   <translation>CN 22</translation>
  </message>
  <message>
   <source>cn23</source>
   <translation>CN 23</translation>
  </message>
  <message>
   <source>code</source>
   <translation>code</translation>
  </message>
  <message>
   <source>command</source>
   <translation>commande d’écran</translation>
  </message>
  <message>
   <source>command cards</source>
   <translation>cartes de commandes</translation>
  </message>
  <message>
   <source>command_card</source>
   <translation>carte de commandes</translation>
  </message>
  <message>
   <source>company</source>
   <translation>société</translation>
  </message>
  <message>
   <source>company name</source>
   <translation>nom de la société</translation>
  </message>
  <message>
   <source>company_name</source>
   <translation>société</translation>
  </message>
  <message>
   <source>complete and sound</source>
   <translation>complet et en bon état</translation>
  </message>
  <message>
   <source>complete only</source>
   <translation>complet seulement</translation>
  </message>
  <message>
   <source>confirm</source>
   <translation>confirmer</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>confirmé</translation>
  </message>
  <message>
   <source>count</source>
   <translation>inventaire</translation>
  </message>
  <message>
   <source>country</source>
   <translation>pays</translation>
  </message>
  <message>
   <source>country_area</source>
   <translation>région</translation>
  </message>
  <message>
   <source>country_code</source>
   <translation>pays</translation>
  </message>
  <message>
   <source>county</source>
   <translation>comté</translation>
  </message>
  <message>
   <source>credit</source>
   <translation>avoir</translation>
  </message>
  <message>
   <source>credit-check</source>
   <translation>contrôle de l’encours</translation>
  </message>
  <message>
   <source>customer</source>
   <translation>client</translation>
  </message>
  <message>
   <source>customer code</source>
   <translation>code client</translation>
  </message>
  <message>
   <source>customer name</source>
   <translation>nom du client</translation>
  </message>
  <message>
   <source>customer {values}</source>
   <translation>client {values}</translation>
  </message>
  <message>
   <source>customer's reference</source>
   <translation>référence du client</translation>
  </message>
  <message>
   <source>customer-request</source>
   <translation>attente à la demande du client</translation>
  </message>
  <message>
   <source>customer_reference</source>
   <translation>référence du client</translation>
  </message>
  <message>
   <source>customer_service</source>
   <translation>service clients</translation>
  </message>
  <message>
   <source>customs declarations CN 22</source>
   <translation>déclarations en douane CN 22</translation>
  </message>
  <message>
   <source>customs declarations CN 23</source>
   <translation>déclarations en douane CN 23</translation>
  </message>
  <message>
   <source>damaged</source>
   <translation>endommagé</translation>
  </message>
  <message>
   <source>dangerous goods</source>
   <translation>matières dangereuses</translation>
  </message>
  <message>
   <source>dangerous goods marks</source>
   <translation>marques de danger</translation>
  </message>
  <message>
   <source>day after tomorrow</source>
   <translation>après-demain</translation>
  </message>
  <message>
   <source>deallocate</source>
   <translation>lever l’affectation</translation>
  </message>
  <message>
   <source>deliver</source>
   <translation>livrer</translation>
  </message>
  <message>
   <source>delivered</source>
   <translation>livré</translation>
  </message>
  <message>
   <source>delivery notes</source>
   <translation>bons de livraison</translation>
  </message>
  <message>
   <source>delivery_note</source>
   <translation>bon de livraison</translation>
  </message>
  <message>
   <source>department</source>
   <translation>département</translation>
  </message>
  <message>
   <source>description</source>
   <translation>désignation</translation>
  </message>
  <message>
   <source>desk</source>
   <translation>poste</translation>
  </message>
  <message>
   <source>desk code</source>
   <translation>code du poste</translation>
  </message>
  <message>
   <source>discontinued</source>
   <translation>arrêté</translation>
  </message>
  <message>
   <source>discount</source>
   <translation>remise</translation>
  </message>
  <message>
   <source>district</source>
   <translation>district</translation>
  </message>
  <message>
   <source>done</source>
   <translation>terminé</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>brouillon</translation>
  </message>
  <message>
   <source>drop it</source>
   <translation>l’abandonner</translation>
  </message>
  <message>
   <source>e-mail address</source>
   <translation>adresse électronique</translation>
  </message>
  <message>
   <source>emirate</source>
   <translation>émirat</translation>
  </message>
  <message>
   <source>envelope</source>
   <translation>pochette</translation>
  </message>
  <message>
   <source>except {condition}</source>
   <translation>sauf {condition}</translation>
  </message>
  <message>
   <source>expected {weight}</source>
   <translation>attendu {weight}</translation>
  </message>
  <message>
   <source>expired</source>
   <translation>périmé</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>en échec</translation>
  </message>
  <message>
   <source>find</source>
   <translation>déclarer retrouvé</translation>
  </message>
  <message>
   <source>finish</source>
   <translation>terminer</translation>
  </message>
  <message>
   <source>finish packing</source>
   <translation>terminer l’emballage</translation>
  </message>
  <message>
   <source>finish_pack</source>
   <translation>terminer l’emballage</translation>
  </message>
  <message>
   <source>finish_pick</source>
   <translation>terminer la préparation</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>dossier</translation>
  </message>
  <message>
   <source>for sale</source>
   <translation>à la vente</translation>
  </message>
  <message>
   <source>for the printer of this desk</source>
   <translation>pour l’imprimante de ce poste</translation>
  </message>
  <message>
   <source>for {customer}</source>
   <translation>pour {customer}</translation>
  </message>
  <message>
   <source>from</source>
   <translation>de</translation>
  </message>
  <message>
   <source>from warehouse {value}</source>
   <translation>depuis l’entrepôt {value}</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>dès le {day}</translation>
  </message>
  <message>
   <source>from {n} pieces</source>
   <translation>dès {n} pièces</translation>
  </message>
  <message>
   <source>from {values}</source>
   <translation>dès {values}</translation>
  </message>
  <message>
   <source>from {weight}</source>
   <translation>dès {weight}</translation>
  </message>
  <message>
   <source>give_up</source>
   <translation>abandonner la préparation</translation>
  </message>
  <message>
   <source>goods_in</source>
   <translation>réception</translation>
  </message>
  <message>
   <source>gs1</source>
   <translation>code GS1</translation>
  </message>
  <message>
   <source>gtin</source>
   <translation>GTIN</translation>
  </message>
  <message>
   <source>has one</source>
   <translation>oui</translation>
  </message>
  <message>
   <source>have a label</source>
   <translation>avoir une étiquette</translation>
  </message>
  <message>
   <source>hazard_marks</source>
   <translation>marques de danger</translation>
  </message>
  <message>
   <source>hazard_marks_small</source>
   <translation>petites marques de danger</translation>
  </message>
  <message>
   <source>height_mm</source>
   <translation>hauteur</translation>
  </message>
  <message>
   <source>here</source>
   <translation>ici</translation>
  </message>
  <message>
   <source>hint</source>
   <translation>conseil</translation>
  </message>
  <message>
   <source>hold</source>
   <translation>bloquer</translation>
  </message>
  <message>
   <source>hold until {day}: {reason}</source>
   <translation>bloquer jusqu’au {day} : {reason}</translation>
  </message>
  <message>
   <source>hold {days} days: {reason}</source>
   <translation>bloquer {days} jours : {reason}</translation>
  </message>
  <message>
   <source>hold: {reason}</source>
   <translation>bloquer : {reason}</translation>
  </message>
  <message>
   <source>holds goods of {values}</source>
   <translation>contient de la catégorie {values}</translation>
  </message>
  <message>
   <source>holds {values}</source>
   <translation>contient {values}</translation>
  </message>
  <message>
   <source>host:port, as 192.168.1.20:9100</source>
   <translation>hôte:port, comme 192.168.1.20:9100</translation>
  </message>
  <message>
   <source>import-incomplete</source>
   <translation>lignes manquantes à l’import</translation>
  </message>
  <message>
   <source>in part by the weights of the articles</source>
   <translation>en partie selon le poids des articles</translation>
  </message>
  <message>
   <source>in picking</source>
   <translation>en préparation</translation>
  </message>
  <message>
   <source>in this order</source>
   <translation>déjà dans la commande</translation>
  </message>
  <message>
   <source>in {times} of {orders} orders</source>
   <translation>dans {times} commandes sur {orders}</translation>
  </message>
  <message>
   <source>in {values}</source>
   <translation>en {values}</translation>
  </message>
  <message>
   <source>inspect</source>
   <translation>contrôler</translation>
  </message>
  <message>
   <source>inspected</source>
   <translation>contrôlé</translation>
  </message>
  <message>
   <source>inspection</source>
   <translation>contrôle</translation>
  </message>
  <message>
   <source>internal note</source>
   <translation>note interne</translation>
  </message>
  <message>
   <source>island</source>
   <translation>île</translation>
  </message>
  <message>
   <source>join</source>
   <translation>réunir</translation>
  </message>
  <message>
   <source>kept at {hour}</source>
   <translation>enregistrée à {hour}</translation>
  </message>
  <message>
   <source>kind {values}</source>
   <translation>type {values}</translation>
  </message>
  <message>
   <source>label</source>
   <translation>étiqueter</translation>
  </message>
  <message>
   <source>labelled</source>
   <translation>étiqueté</translation>
  </message>
  <message>
   <source>last on {day}</source>
   <translation>la dernière fois le {day}</translation>
  </message>
  <message>
   <source>late</source>
   <translation>en retard</translation>
  </message>
  <message>
   <source>left</source>
   <translation>laissé</translation>
  </message>
  <message>
   <source>left today</source>
   <translation>parties aujourd’hui</translation>
  </message>
  <message>
   <source>length_mm</source>
   <translation>longueur</translation>
  </message>
  <message>
   <source>line of a parcel</source>
   <translation>ligne de colis</translation>
  </message>
  <message>
   <source>load</source>
   <translation>charger</translation>
  </message>
  <message>
   <source>loaded</source>
   <translation>remis au transporteur</translation>
  </message>
  <message>
   <source>location</source>
   <translation>emplacement</translation>
  </message>
  <message>
   <source>location barcode</source>
   <translation>code-barres de l’emplacement</translation>
  </message>
  <message>
   <source>location code</source>
   <translation>code de l’emplacement</translation>
  </message>
  <message>
   <source>location labels</source>
   <translation>étiquettes d’emplacement</translation>
  </message>
  <message>
   <source>location_labels</source>
   <translation>étiquettes d’emplacement</translation>
  </message>
  <message>
   <source>longest side from {length} mm</source>
   <translation>plus grand côté dès {length} mm</translation>
  </message>
  <message>
   <source>lose</source>
   <translation>déclarer perdu</translation>
  </message>
  <message>
   <source>lost</source>
   <translation>perdu</translation>
  </message>
  <message>
   <source>lot</source>
   <translation>lot</translation>
  </message>
  <message>
   <source>lot {lot}</source>
   <translation>lot {lot}</translation>
  </message>
  <message>
   <source>message</source>
   <translation>message</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>manquant</translation>
  </message>
  <message>
   <source>move</source>
   <translation>déplacer</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nom</translation>
  </message>
  <message>
   <source>name or company</source>
   <translation>nom ou société</translation>
  </message>
  <message>
   <source>neighbourhood</source>
   <translation>quartier</translation>
  </message>
  <message>
   <source>no VIP</source>
   <translation>pas VIP</translation>
  </message>
  <message>
   <source>no label</source>
   <translation>sans étiquette</translation>
  </message>
  <message>
   <source>no price</source>
   <translation>pas de prix</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucun</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>aucune</translation>
  </message>
  <message>
   <source>none: it stays within the customs territory</source>
   <translation>aucune : elle reste dans le territoire douanier</translation>
  </message>
  <message>
   <source>none: no dangerous goods inside</source>
   <translation>aucune : pas de marchandises dangereuses</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>introuvable</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>inconnu</translation>
  </message>
  <message>
   <source>not refunded</source>
   <translation>non remboursé</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>non indiqué</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>absent</translation>
  </message>
  <message>
   <source>not: {action} ({why})</source>
   <translation>non fait : {action} ({why})</translation>
  </message>
  <message>
   <source>note</source>
   <translation>note</translation>
  </message>
  <message>
   <source>noted as sent</source>
   <translation>noter comme envoyé</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>rien</translation>
  </message>
  <message>
   <source>nothing promised has left</source>
   <translation>rien de promis n’est parti</translation>
  </message>
  <message>
   <source>nothing waits</source>
   <translation>rien n’attend</translation>
  </message>
  <message>
   <source>now</source>
   <translation>actuel</translation>
  </message>
  <message>
   <source>number</source>
   <translation>numéro</translation>
  </message>
  <message>
   <source>number {serial}</source>
   <translation>série {serial}</translation>
  </message>
  <message>
   <source>of {amount}</source>
   <translation>sur {amount}</translation>
  </message>
  <message>
   <source>of {wanted}</source>
   <translation>sur {wanted}</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>à la vente</translation>
  </message>
  <message>
   <source>on the pallet, {weight}</source>
   <translation>sur la palette, {weight}</translation>
  </message>
  <message>
   <source>on the truck</source>
   <translation>dans le camion</translation>
  </message>
  <message>
   <source>once it is packed</source>
   <translation>une fois emballée</translation>
  </message>
  <message>
   <source>open</source>
   <translation>ouvert</translation>
  </message>
  <message>
   <source>open a parcel</source>
   <translation>ouvrir un colis</translation>
  </message>
  <message>
   <source>open and closed</source>
   <translation>en cours et clôturées</translation>
  </message>
  <message>
   <source>open it again</source>
   <translation>la rouvrir</translation>
  </message>
  <message>
   <source>or by, in grams</source>
   <translation>ou, en grammes</translation>
  </message>
  <message>
   <source>or scan a pick-up's paper</source>
   <translation>ou scannez un bordereau de remise</translation>
  </message>
  <message>
   <source>or scan the command card: Understood</source>
   <translation>ou scannez la carte de commandes : « Compris »</translation>
  </message>
  <message>
   <source>order</source>
   <translation>commande</translation>
  </message>
  <message>
   <source>order line</source>
   <translation>ligne de commande</translation>
  </message>
  <message>
   <source>order {number}</source>
   <translation>commande {number}</translation>
  </message>
  <message>
   <source>ordered {day}</source>
   <translation>commandée {day}</translation>
  </message>
  <message>
   <source>our own GLN</source>
   <translation>notre propre GLN</translation>
  </message>
  <message>
   <source>own delivery</source>
   <translation>par nos soins</translation>
  </message>
  <message>
   <source>pack</source>
   <translation>emballer</translation>
  </message>
  <message>
   <source>packed</source>
   <translation>emballé</translation>
  </message>
  <message>
   <source>packer</source>
   <translation>emballeur</translation>
  </message>
  <message>
   <source>packing</source>
   <translation>en emballage</translation>
  </message>
  <message>
   <source>packing slips</source>
   <translation>listes de colisage</translation>
  </message>
  <message>
   <source>packing_slip</source>
   <translation>liste de colisage</translation>
  </message>
  <message>
   <source>paid before</source>
   <translation>payé d’avance</translation>
  </message>
  <message>
   <source>pallet</source>
   <translation>palette</translation>
  </message>
  <message>
   <source>pallet labels</source>
   <translation>étiquettes de palette</translation>
  </message>
  <message>
   <source>pallet {sscc}</source>
   <translation>palette {sscc}</translation>
  </message>
  <message>
   <source>pallet_label</source>
   <translation>étiquette de palette</translation>
  </message>
  <message>
   <source>parcel</source>
   <translation>colis</translation>
  </message>
  <message>
   <source>parcel labels</source>
   <translation>étiquettes de colis</translation>
  </message>
  <message>
   <source>parcels to be loaded today</source>
   <translation>colis à charger aujourd’hui</translation>
  </message>
  <message>
   <source>parish</source>
   <translation>paroisse</translation>
  </message>
  <message>
   <source>person</source>
   <translation>badge</translation>
  </message>
  <message>
   <source>pick</source>
   <translation>prélever</translation>
  </message>
  <message>
   <source>pick list</source>
   <translation>bon de préparation</translation>
  </message>
  <message>
   <source>pick lists</source>
   <translation>bons de préparation</translation>
  </message>
  <message>
   <source>pick task</source>
   <translation>ligne de préparation</translation>
  </message>
  <message>
   <source>pick_face</source>
   <translation>emplacement de prélèvement</translation>
  </message>
  <message>
   <source>pick_list</source>
   <translation>bon de préparation</translation>
  </message>
  <message>
   <source>pick_task</source>
   <translation>ligne de préparation</translation>
  </message>
  <message>
   <source>picked</source>
   <translation>prélevé</translation>
  </message>
  <message>
   <source>picker</source>
   <translation>préparateur</translation>
  </message>
  <message>
   <source>picking</source>
   <translation>en préparation</translation>
  </message>
  <message>
   <source>piece</source>
   <translation>pièce</translation>
  </message>
  <message>
   <source>place</source>
   <translation>emplacement</translation>
  </message>
  <message>
   <source>plain</source>
   <translation>code simple</translation>
  </message>
  <message>
   <source>planned</source>
   <translation>prévu</translation>
  </message>
  <message>
   <source>post town</source>
   <translation>ville postale</translation>
  </message>
  <message>
   <source>postal code</source>
   <translation>code postal</translation>
  </message>
  <message>
   <source>postal_code</source>
   <translation>code postal</translation>
  </message>
  <message>
   <source>postcode {values}…</source>
   <translation>code postal {values}…</translation>
  </message>
  <message>
   <source>prefecture</source>
   <translation>préfecture</translation>
  </message>
  <message>
   <source>prices {list}</source>
   <translation>tarif {list}</translation>
  </message>
  <message>
   <source>print job</source>
   <translation>impression</translation>
  </message>
  <message>
   <source>printed</source>
   <translation>imprimé</translation>
  </message>
  <message>
   <source>printing</source>
   <translation>en cours d’impression</translation>
  </message>
  <message>
   <source>priority {value} ({words})</source>
   <translation>priorité {value} ({words})</translation>
  </message>
  <message>
   <source>product</source>
   <translation>article</translation>
  </message>
  <message>
   <source>product name</source>
   <translation>nom de l’article</translation>
  </message>
  <message>
   <source>promise in danger</source>
   <translation>promesse manquée ou menacée</translation>
  </message>
  <message>
   <source>promised for {day}</source>
   <translation>promise pour le {day}</translation>
  </message>
  <message>
   <source>proposed</source>
   <translation>proposé</translation>
  </message>
  <message>
   <source>province</source>
   <translation>province</translation>
  </message>
  <message>
   <source>province or city</source>
   <translation>province ou ville</translation>
  </message>
  <message>
   <source>purchase order</source>
   <translation>commande fournisseur</translation>
  </message>
  <message>
   <source>purchase_order</source>
   <translation>commande fournisseur</translation>
  </message>
  <message>
   <source>put parcels on it</source>
   <translation>y poser des colis</translation>
  </message>
  <message>
   <source>quarantine</source>
   <translation>quarantaine</translation>
  </message>
  <message>
   <source>quote</source>
   <translation>devis</translation>
  </message>
  <message>
   <source>raw</source>
   <translation>réseau</translation>
  </message>
  <message>
   <source>reason code</source>
   <translation>code du motif</translation>
  </message>
  <message>
   <source>recall</source>
   <translation>rappeler</translation>
  </message>
  <message>
   <source>receipt</source>
   <translation>bon de réception</translation>
  </message>
  <message>
   <source>receive</source>
   <translation>réceptionner</translation>
  </message>
  <message>
   <source>received</source>
   <translation>reçu</translation>
  </message>
  <message>
   <source>received today</source>
   <translation>reçues aujourd’hui</translation>
  </message>
  <message>
   <source>recipient</source>
   <translation>destinataire</translation>
  </message>
  <message>
   <source>reference with {values}</source>
   <translation>référence avec {values}</translation>
  </message>
  <message>
   <source>refuse</source>
   <translation>refuser</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>refusé</translation>
  </message>
  <message>
   <source>region</source>
   <translation>région</translation>
  </message>
  <message>
   <source>reinspect</source>
   <translation>contrôler à nouveau</translation>
  </message>
  <message>
   <source>relabel</source>
   <translation>changer de lot</translation>
  </message>
  <message>
   <source>release</source>
   <translation>lancer</translation>
  </message>
  <message>
   <source>released</source>
   <translation>lancé</translation>
  </message>
  <message>
   <source>reopen</source>
   <translation>rouvrir</translation>
  </message>
  <message>
   <source>reopen_pack</source>
   <translation>rouvrir l’emballage</translation>
  </message>
  <message>
   <source>reopen_pick</source>
   <translation>rouvrir la préparation</translation>
  </message>
  <message>
   <source>reorder_point</source>
   <translation>point de commande</translation>
  </message>
  <message>
   <source>requested</source>
   <translation>demandé</translation>
  </message>
  <message>
   <source>required</source>
   <translation>obligatoire</translation>
  </message>
  <message>
   <source>reserve</source>
   <translation>réserver</translation>
  </message>
  <message>
   <source>reserved</source>
   <translation>réservé</translation>
  </message>
  <message>
   <source>restart_pick</source>
   <translation>recommencer la préparation</translation>
  </message>
  <message>
   <source>restock</source>
   <translation>remise en stock</translation>
  </message>
  <message>
   <source>restore a line</source>
   <translation>rétablir une ligne</translation>
  </message>
  <message>
   <source>resume</source>
   <translation>reprendre</translation>
  </message>
  <message>
   <source>return</source>
   <translation>retour</translation>
  </message>
  <message>
   <source>return labels</source>
   <translation>étiquettes de retour</translation>
  </message>
  <message>
   <source>return line</source>
   <translation>ligne de retour</translation>
  </message>
  <message>
   <source>return_label</source>
   <translation>étiquette de retour</translation>
  </message>
  <message>
   <source>returns</source>
   <translation>retours</translation>
  </message>
  <message>
   <source>revive</source>
   <translation>rétablir</translation>
  </message>
  <message>
   <source>route</source>
   <translation>itinéraire</translation>
  </message>
  <message>
   <source>running</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>scrap</source>
   <translation>mise au rebut</translation>
  </message>
  <message>
   <source>sealed, untouched</source>
   <translation>scellé, intact</translation>
  </message>
  <message>
   <source>second</source>
   <translation>second choix</translation>
  </message>
  <message>
   <source>second choice</source>
   <translation>second choix</translation>
  </message>
  <message>
   <source>send with {value}</source>
   <translation>expédier par {value}</translation>
  </message>
  <message>
   <source>sender</source>
   <translation>expéditeur</translation>
  </message>
  <message>
   <source>sending</source>
   <translation>en cours d’envoi</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>envoyé</translation>
  </message>
  <message>
   <source>service</source>
   <translation>service</translation>
  </message>
  <message>
   <source>service code</source>
   <translation>code du service</translation>
  </message>
  <message>
   <source>service name</source>
   <translation>nom du service</translation>
  </message>
  <message>
   <source>settle</source>
   <translation>régler</translation>
  </message>
  <message>
   <source>settled</source>
   <translation>réglé</translation>
  </message>
  <message>
   <source>ship</source>
   <translation>expédier</translation>
  </message>
  <message>
   <source>shipment</source>
   <translation>expédition</translation>
  </message>
  <message>
   <source>shipment of an order</source>
   <translation>expédition d’une commande</translation>
  </message>
  <message>
   <source>shipment_label</source>
   <translation>étiquette de colis</translation>
  </message>
  <message>
   <source>shipped</source>
   <translation>expédié</translation>
  </message>
  <message>
   <source>short</source>
   <translation>manquant</translation>
  </message>
  <message>
   <source>signed on the screen</source>
   <translation>signé à l’écran</translation>
  </message>
  <message>
   <source>signer</source>
   <translation>signataire</translation>
  </message>
  <message>
   <source>since {time}</source>
   <translation>depuis {time}</translation>
  </message>
  <message>
   <source>small dangerous goods marks</source>
   <translation>petites marques de danger</translation>
  </message>
  <message>
   <source>sorting code</source>
   <translation>code de tri</translation>
  </message>
  <message>
   <source>sorting_code</source>
   <translation>code de tri</translation>
  </message>
  <message>
   <source>split</source>
   <translation>fractionner</translation>
  </message>
  <message>
   <source>sscc</source>
   <translation>SSCC</translation>
  </message>
  <message>
   <source>staging</source>
   <translation>attente</translation>
  </message>
  <message>
   <source>start_pack</source>
   <translation>commencer l’emballage</translation>
  </message>
  <message>
   <source>start_pick</source>
   <translation>commencer la préparation</translation>
  </message>
  <message>
   <source>state</source>
   <translation>État</translation>
  </message>
  <message>
   <source>state or province</source>
   <translation>région</translation>
  </message>
  <message>
   <source>stays as it is</source>
   <translation>reste inchangée</translation>
  </message>
  <message>
   <source>stock_keeper</source>
   <translation>magasinier</translation>
  </message>
  <message>
   <source>storage</source>
   <translation>stockage</translation>
  </message>
  <message>
   <source>street</source>
   <translation>rue</translation>
  </message>
  <message>
   <source>street_address</source>
   <translation>rue</translation>
  </message>
  <message>
   <source>suburb</source>
   <translation>quartier</translation>
  </message>
  <message>
   <source>supervisor</source>
   <translation>responsable</translation>
  </message>
  <message>
   <source>supplier</source>
   <translation>fournisseur</translation>
  </message>
  <message>
   <source>supplier code</source>
   <translation>code fournisseur</translation>
  </message>
  <message>
   <source>supplier name</source>
   <translation>nom du fournisseur</translation>
  </message>
  <message>
   <source>suspected-fraud</source>
   <translation>suspicion de fraude</translation>
  </message>
  <message>
   <source>system</source>
   <translation>système</translation>
  </message>
  <message>
   <source>tag {values}</source>
   <translation>étiquette {values}</translation>
  </message>
  <message>
   <source>tag {value}</source>
   <translation>étiquette {value}</translation>
  </message>
  <message>
   <source>take parcels off it</source>
   <translation>en retirer des colis</translation>
  </message>
  <message>
   <source>taken</source>
   <translation>pris</translation>
  </message>
  <message>
   <source>taken once, {qty}</source>
   <translation>pris une fois, {qty}</translation>
  </message>
  <message>
   <source>tax code</source>
   <translation>code TVA</translation>
  </message>
  <message>
   <source>tax rate</source>
   <translation>taux de TVA</translation>
  </message>
  <message>
   <source>telephone number</source>
   <translation>numéro de téléphone</translation>
  </message>
  <message>
   <source>test_page</source>
   <translation>page de test</translation>
  </message>
  <message>
   <source>the GLN of the customer</source>
   <translation>le GLN du client</translation>
  </message>
  <message>
   <source>the articles carry no weight</source>
   <translation>les articles n’ont pas de poids</translation>
  </message>
  <message>
   <source>the heads of the orders</source>
   <translation>les en-têtes des commandes</translation>
  </message>
  <message>
   <source>the lines of the orders</source>
   <translation>les lignes des commandes</translation>
  </message>
  <message>
   <source>the newest {count} orders since {day}</source>
   <translation>les {count} commandes les plus récentes depuis le {day}</translation>
  </message>
  <message>
   <source>the rule cannot be read</source>
   <translation>la règle est illisible</translation>
  </message>
  <message>
   <source>title</source>
   <translation>titre</translation>
  </message>
  <message>
   <source>to</source>
   <translation>à</translation>
  </message>
  <message>
   <source>to be put right</source>
   <translation>à reconditionner</translation>
  </message>
  <message>
   <source>to pack</source>
   <translation>à emballer</translation>
  </message>
  <message>
   <source>to ship</source>
   <translation>à expédier</translation>
  </message>
  <message>
   <source>to the customer’s own address</source>
   <translation>à l’adresse du client</translation>
  </message>
  <message>
   <source>to {address}</source>
   <translation>à {address}</translation>
  </message>
  <message>
   <source>to {day}</source>
   <translation>jusqu’au {day}</translation>
  </message>
  <message>
   <source>to {place}</source>
   <translation>vers {place}</translation>
  </message>
  <message>
   <source>to {values}</source>
   <translation>vers {values}</translation>
  </message>
  <message>
   <source>today</source>
   <translation>aujourd’hui</translation>
  </message>
  <message>
   <source>tomorrow</source>
   <translation>demain</translation>
  </message>
  <message>
   <source>total from {values}</source>
   <translation>total dès {values}</translation>
  </message>
  <message>
   <source>total up to {values}</source>
   <translation>total jusqu’à {values}</translation>
  </message>
  <message>
   <source>tote</source>
   <translation>bac</translation>
  </message>
  <message>
   <source>townland</source>
   <translation>hameau</translation>
  </message>
  <message>
   <source>tracking</source>
   <translation>numéro de suivi</translation>
  </message>
  <message>
   <source>tracking event</source>
   <translation>évènement de suivi</translation>
  </message>
  <message>
   <source>transit</source>
   <translation>transit</translation>
  </message>
  <message>
   <source>tried again</source>
   <translation>réessayer</translation>
  </message>
  <message>
   <source>two letters</source>
   <translation>deux lettres</translation>
  </message>
  <message>
   <source>undeliver</source>
   <translation>annuler la livraison</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>annuler</translation>
  </message>
  <message>
   <source>unit price</source>
   <translation>prix unitaire</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>inconnu</translation>
  </message>
  <message>
   <source>unload</source>
   <translation>décharger</translation>
  </message>
  <message>
   <source>unload_plain</source>
   <translation>décharger</translation>
  </message>
  <message>
   <source>unpack</source>
   <translation>déballer</translation>
  </message>
  <message>
   <source>unreceive</source>
   <translation>annuler la réception</translation>
  </message>
  <message>
   <source>unreserve</source>
   <translation>lever la réservation</translation>
  </message>
  <message>
   <source>unsettle</source>
   <translation>annuler le règlement</translation>
  </message>
  <message>
   <source>unship</source>
   <translation>annuler le départ</translation>
  </message>
  <message>
   <source>until in a week</source>
   <translation>d’ici une semaine</translation>
  </message>
  <message>
   <source>until today</source>
   <translation>jusqu’à aujourd’hui</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>jusqu’au {day}</translation>
  </message>
  <message>
   <source>up to {values}</source>
   <translation>jusqu’à {values}</translation>
  </message>
  <message>
   <source>up to {weight}</source>
   <translation>jusqu’à {weight}</translation>
  </message>
  <message>
   <source>village or township</source>
   <translation>village ou commune</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>en attente</translation>
  </message>
  <message>
   <source>waiting for goods or reservation</source>
   <translation>en attente de stock ou de réservation</translation>
  </message>
  <message>
   <source>waiting to be packed</source>
   <translation>à emballer</translation>
  </message>
  <message>
   <source>waits until {day}</source>
   <translation>attend jusqu’au {day}</translation>
  </message>
  <message>
   <source>wanted {day}</source>
   <translation>voulue {day}</translation>
  </message>
  <message>
   <source>warehouse</source>
   <translation>entrepôt</translation>
  </message>
  <message>
   <source>warehouse code</source>
   <translation>code de l’entrepôt</translation>
  </message>
  <message>
   <source>warehouse name</source>
   <translation>nom de l’entrepôt</translation>
  </message>
  <message>
   <source>waybill</source>
   <translation>lettre de voiture</translation>
  </message>
  <message>
   <source>waybills</source>
   <translation>lettres de voiture</translation>
  </message>
  <message>
   <source>weight_g</source>
   <translation>poids</translation>
  </message>
  <message>
   <source>width_mm</source>
   <translation>largeur</translation>
  </message>
  <message>
   <source>without a name</source>
   <translation>sans nom</translation>
  </message>
  <message>
   <source>words</source>
   <translation>texte</translation>
  </message>
  <message>
   <source>worth from {value}</source>
   <translation>valeur dès {value}</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>hier</translation>
  </message>
  <message>
   <source>you may not read addresses</source>
   <translation>vous ne pouvez pas lire les adresses</translation>
  </message>
  <message>
   <source>zone</source>
   <translation>zone</translation>
  </message>
  <message>
   <source>zone code</source>
   <translation>code de la zone</translation>
  </message>
  <message>
   <source>{action} (already)</source>
   <translation>{action} (déjà)</translation>
  </message>
  <message>
   <source>{amount} for the customer. Scan the next return.</source>
   <translation>{amount} pour le client. Scannez le retour suivant.</translation>
  </message>
  <message>
   <source>{came} judged</source>
   <translation>Contrôlé : {came}</translation>
  </message>
  <message>
   <source>{came} of {all} here</source>
   <translation>{came} sur {all} ici</translation>
  </message>
  <message>
   <source>{came} of {wanted} here</source>
   <translation>{came} sur {wanted} ici</translation>
  </message>
  <message>
   <source>{carrier} does not know yet what goes with {number}. {why}</source>
   <translation>{carrier} ne sait pas encore ce qui part avec {number}. {why}</translation>
  </message>
  <message>
   <source>{carrier} was not asked to come for {number} yet. {why}</source>
   <translation>{carrier} n’a pas encore été prié de passer pour {number}. {why}</translation>
  </message>
  <message>
   <source>{code} (out of use)</source>
   <translation>{code} (hors service)</translation>
  </message>
  <message>
   <source>{code} came twice within a moment and counts once.</source>
   <translation>{code} est arrivé deux fois coup sur coup et compte une fois.</translation>
  </message>
  <message>
   <source>{code} means nothing here.</source>
   <translation>{code} ne veut rien dire ici.</translation>
  </message>
  <message>
   <source>{code} stands for nothing now.</source>
   <translation>{code} ne désigne plus rien.</translation>
  </message>
  <message>
   <source>{code} stands for {sku} now.</source>
   <translation>{code} désigne maintenant {sku}.</translation>
  </message>
  <message>
   <source>{code} was not taken. Sign in or show a badge first.</source>
   <translation>{code} n’a pas été pris en compte. Identifiez-vous ou présentez d’abord un badge.</translation>
  </message>
  <message>
   <source>{code} was scanned before.</source>
   <translation>{code} a déjà été scanné.</translation>
  </message>
  <message>
   <source>{code}: names, addresses, letters and notes go; orders and books stay.</source>
   <translation>{code} : noms, adresses, lettres et notes disparaissent ; commandes et comptes restent.</translation>
  </message>
  <message>
   <source>{customer} has no order to choose.</source>
   <translation>{customer} n’a aucune commande à choisir.</translation>
  </message>
  <message>
   <source>{days}, until {time}</source>
   <translation>{days}, jusqu’à {time}</translation>
  </message>
  <message>
   <source>{day}, late</source>
   <translation>{day}, en retard</translation>
  </message>
  <message>
   <source>{day}, on time</source>
   <translation>{day}, à l’heure</translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} sur {all}</translation>
  </message>
  <message>
   <source>{done} of {all} loaded</source>
   <translation>{done} sur {all} chargés</translation>
  </message>
  <message>
   <source>{done} of {all} shipped</source>
   <translation>expédié : {done} sur {all}</translation>
  </message>
  <message>
   <source>{done} of {lines}</source>
   <translation>{done} sur {lines}</translation>
  </message>
  <message>
   <source>{done} of {of} lines can ship</source>
   <translation>Lignes prêtes : {done} sur {of}</translation>
  </message>
  <message>
   <source>{expected}, {tolerance}</source>
   <translation>{expected}, {tolerance}</translation>
  </message>
  <message>
   <source>{free} of {qty}</source>
   <translation>{free} sur {qty}</translation>
  </message>
  <message>
   <source>{goods}: back in their place.</source>
   <translation>{goods} : de retour à leur place.</translation>
  </message>
  <message>
   <source>{goods}: wanted after all.</source>
   <translation>{goods} : gardé finalement.</translation>
  </message>
  <message>
   <source>{held} claimed</source>
   <translation>affecté : {held}</translation>
  </message>
  <message>
   <source>{kind} of {number}</source>
   <translation>{kind} de {number}</translation>
  </message>
  <message>
   <source>{left} and {right}</source>
   <translation>{left} et {right}</translation>
  </message>
  <message>
   <source>{left} more, {sku}</source>
   <translation>encore {left}, {sku}</translation>
  </message>
  <message>
   <source>{left} of {due} orders left: those that left today, and those promised until {day} that have not.</source>
   <translation>{left} commandes parties sur {due} : celles parties ce jour et celles promises jusqu’au {day} qui ne le sont pas.</translation>
  </message>
  <message>
   <source>{left} or {right}</source>
   <translation>{left} ou {right}</translation>
  </message>
  <message>
   <source>{left}, {right}</source>
   <translation>{left}, {right}</translation>
  </message>
  <message>
   <source>{link} is in the clipboard.</source>
   <translation>{link} est dans le presse-papiers.</translation>
  </message>
  <message>
   <source>{login} has a new PIN.</source>
   <translation>{login} a un nouveau code PIN.</translation>
  </message>
  <message>
   <source>{login} has a new badge; it is in the print queue.</source>
   <translation>{login} a un nouveau badge ; il est dans la file d’impression.</translation>
  </message>
  <message>
   <source>{login} has a new password.</source>
   <translation>{login} a un nouveau mot de passe.</translation>
  </message>
  <message>
   <source>{login} may sign in again.</source>
   <translation>{login} peut à nouveau se connecter.</translation>
  </message>
  <message>
   <source>{login} may sign in no more.</source>
   <translation>{login} ne peut plus se connecter.</translation>
  </message>
  <message>
   <source>{name} is added.</source>
   <translation>{name} est ajouté.</translation>
  </message>
  <message>
   <source>{name} is in the folder.</source>
   <translation>{name} est dans le dossier.</translation>
  </message>
  <message>
   <source>{name} is no text and cannot be shown here. Ctrl+Shift+S saves it.</source>
   <translation>{name} n’est pas un texte et ne peut pas être montré ici. Ctrl+Maj+S l’enregistre.</translation>
  </message>
  <message>
   <source>{name} is out of the folder.</source>
   <translation>{name} est retiré du dossier.</translation>
  </message>
  <message>
   <source>{name} is saved.</source>
   <translation>{name} est enregistré.</translation>
  </message>
  <message>
   <source>{name} needs help since {time}</source>
   <translation>{name} demande de l’aide depuis {time}</translation>
  </message>
  <message>
   <source>{name} was not announced. Nothing was counted.</source>
   <translation>{name} n’était pas annoncé. Rien n’a été compté.</translation>
  </message>
  <message>
   <source>{name} works here now.</source>
   <translation>{name} travaille ici maintenant.</translation>
  </message>
  <message>
   <source>{name}, since {time}</source>
   <translation>{name}, depuis {time}</translation>
  </message>
  <message>
   <source>{number} MB</source>
   <translation>{number} Mo</translation>
  </message>
  <message>
   <source>{number} as it is now.</source>
   <translation>{number} dans son état actuel.</translation>
  </message>
  <message>
   <source>{number} belongs to another shipment. Scan it again to park this one and open it.</source>
   <translation>{number} est d’une autre expédition. Scannez à nouveau pour mettre celle-ci en attente et l’ouvrir.</translation>
  </message>
  <message>
   <source>{number} has left this bench</source>
   <translation>{number} a quitté ce poste</translation>
  </message>
  <message>
   <source>{number} is a draft again.</source>
   <translation>{number} est redevenue un brouillon.</translation>
  </message>
  <message>
   <source>{number} is as it was; here is what was typed.</source>
   <translation>{number} est comme avant ; voici ce qui était saisi.</translation>
  </message>
  <message>
   <source>{number} is back</source>
   <translation>{number} est de retour</translation>
  </message>
  <message>
   <source>{number} is cancelled; here is what was typed.</source>
   <translation>{number} est annulée ; voici ce qui avait été saisi.</translation>
  </message>
  <message>
   <source>{number} is closed</source>
   <translation>{number} est clôturé</translation>
  </message>
  <message>
   <source>{number} is closed.</source>
   <translation>{number} est clôturée.</translation>
  </message>
  <message>
   <source>{number} is expected again.</source>
   <translation>{number} est à nouveau attendue.</translation>
  </message>
  <message>
   <source>{number} is given up</source>
   <translation>{number} est abandonné</translation>
  </message>
  <message>
   <source>{number} is kept as a draft.</source>
   <translation>{number} est gardée en brouillon.</translation>
  </message>
  <message>
   <source>{number} is kept; what is open of it is among the unresolved.</source>
   <translation>{number} est gardée ; ce qui reste ouvert figure parmi les points à résoudre.</translation>
  </message>
  <message>
   <source>{number} is left out. {lacking}.</source>
   <translation>{number} est laissée de côté. {lacking}.</translation>
  </message>
  <message>
   <source>{number} is off the list: {state}.</source>
   <translation>{number} sort de la liste : {state}.</translation>
  </message>
  <message>
   <source>{number} is open</source>
   <translation>{number} est ouvert</translation>
  </message>
  <message>
   <source>{number} is open again</source>
   <translation>{number} est rouvert</translation>
  </message>
  <message>
   <source>{number} is parked</source>
   <translation>{number} mise en attente</translation>
  </message>
  <message>
   <source>{number} is placed.</source>
   <translation>{number} est passée.</translation>
  </message>
  <message>
   <source>{number} is sent to the printer.</source>
   <translation>{number} part à l’imprimante.</translation>
  </message>
  <message>
   <source>{number} is taken back.</source>
   <translation>{number} est annulé.</translation>
  </message>
  <message>
   <source>{number} is taken in. F7 puts the goods away.</source>
   <translation>{number} est réceptionné. F7 pour ranger la marchandise.</translation>
  </message>
  <message>
   <source>{number} is {state}. Nothing is to be done here.</source>
   <translation>{number} : état « {state} ». Rien à faire ici.</translation>
  </message>
  <message>
   <source>{number} kB</source>
   <translation>{number} Ko</translation>
  </message>
  <message>
   <source>{number} taken back</source>
   <translation>{number} annulé</translation>
  </message>
  <message>
   <source>{number} waits again</source>
   <translation>{number} attend à nouveau</translation>
  </message>
  <message>
   <source>{number} waits for it; a supervisor looks for more, or lets it go without.</source>
   <translation>{number} l’attend ; un responsable en cherche, ou laisse partir sans.</translation>
  </message>
  <message>
   <source>{number} was given up</source>
   <translation>{number} a été abandonné</translation>
  </message>
  <message>
   <source>{n} cancelled</source>
   <translation>annulé : {n}</translation>
  </message>
  <message>
   <source>{order}, line {line}: {sku}</source>
   <translation>{order}, ligne {line} : {sku}</translation>
  </message>
  <message>
   <source>{over} over the limit of {limit}: invoices {invoices}, open orders {orders}, this one {this}.</source>
   <translation>{over} au-dessus du plafond de {limit} : factures {invoices}, commandes en cours {orders}, celle-ci {this}.</translation>
  </message>
  <message>
   <source>{owed} overdue</source>
   <translation>{owed} échus</translation>
  </message>
  <message>
   <source>{owed} owed</source>
   <translation>encours {owed}</translation>
  </message>
  <message>
   <source>{owed} owed of {most}</source>
   <translation>encours {owed} sur {most}</translation>
  </message>
  <message>
   <source>{packed} of {all} packed</source>
   <translation>emballé : {packed} sur {all}</translation>
  </message>
  <message>
   <source>{packs} × {size}</source>
   <translation>{packs} × {size}</translation>
  </message>
  <message>
   <source>{paper}: form</source>
   <translation>{paper} : format</translation>
  </message>
  <message>
   <source>{paper}: kind of printer</source>
   <translation>{paper} : type d’imprimante</translation>
  </message>
  <message>
   <source>{paper}: which printer</source>
   <translation>{paper} : quelle imprimante</translation>
  </message>
  <message>
   <source>{part} full</source>
   <translation>Rempli à {part}</translation>
  </message>
  <message>
   <source>{part} less</source>
   <translation>{part} de moins</translation>
  </message>
  <message>
   <source>{part} more</source>
   <translation>{part} de plus</translation>
  </message>
  <message>
   <source>{percent} off</source>
   <translation>remise {percent}</translation>
  </message>
  <message>
   <source>{percent}%</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{percent}, {amount}</source>
   <translation>{percent}, {amount}</translation>
  </message>
  <message>
   <source>{picked} of {wanted}</source>
   <translation>{picked} sur {wanted}</translation>
  </message>
  <message>
   <source>{pieces} pieces were counted and not taken in.</source>
   <translation>{pieces} pièces comptées et non réceptionnées.</translation>
  </message>
  <message>
   <source>{place} is marked to be counted.</source>
   <translation>{place} est à compter.</translation>
  </message>
  <message>
   <source>{place} is no place for sale.</source>
   <translation>{place} n’est pas un emplacement de vente.</translation>
  </message>
  <message>
   <source>{place} is not on this list. Go to {wanted}.</source>
   <translation>{place} n’est pas sur ce bon. Allez en {wanted}.</translation>
  </message>
  <message>
   <source>{place} is right. Take {pieces} of {sku}.</source>
   <translation>{place}, c’est bon. Prélevez {pieces} {sku}.</translation>
  </message>
  <message>
   <source>{place} of {all}</source>
   <translation>{place} sur {all}</translation>
  </message>
  <message>
   <source>{place}: {pieces} of {sku} {name}</source>
   <translation>{place} : {pieces} {sku} {name}</translation>
  </message>
  <message>
   <source>{position} of {parcels}</source>
   <translation>{position} sur {parcels}</translation>
  </message>
  <message>
   <source>{position}: {goods}</source>
   <translation>{position} : {goods}</translation>
  </message>
  <message>
   <source>{price} by our rates</source>
   <translation>{price} selon nos tarifs</translation>
  </message>
  <message>
   <source>{qty} of {sku} promised no more</source>
   <translation>{qty} {sku} : réservation levée</translation>
  </message>
  <message>
   <source>{qty} x {sku}, {name} ({shipment})</source>
   <translation>{qty} × {sku}, {name} ({shipment})</translation>
  </message>
  <message>
   <source>{qty} {sku} do not go with {shipment}</source>
   <translation>{qty} {sku} ne partent pas avec {shipment}</translation>
  </message>
  <message>
   <source>{qty} {sku} go with {shipment} after all</source>
   <translation>{qty} {sku} partent finalement avec {shipment}</translation>
  </message>
  <message>
   <source>{qty} {sku} lie at the bench as before.</source>
   <translation>{qty} {sku} sont sur la table comme avant.</translation>
  </message>
  <message>
   <source>{qty} {sku} missing or damaged at the bench, {shipment}</source>
   <translation>{qty} {sku} manquant ou abîmé à l’emballage, {shipment}</translation>
  </message>
  <message>
   <source>{qty} {sku} swapped at the bench, {shipment}</source>
   <translation>{qty} {sku} échangés au poste, {shipment}</translation>
  </message>
  <message>
   <source>{reason}, until {day}</source>
   <translation>{reason}, jusqu’au {day}</translation>
  </message>
  <message>
   <source>{reference} stands on {orders} already.</source>
   <translation>{reference} figure déjà sur {orders}.</translation>
  </message>
  <message>
   <source>{returns} of {orders}</source>
   <translation>{returns} sur {orders}</translation>
  </message>
  <message>
   <source>{rows} rows written to {file}.</source>
   <translation>{rows} lignes écrites dans {file}.</translation>
  </message>
  <message>
   <source>{row}: which product?</source>
   <translation>{row} : quel article ?</translation>
  </message>
  <message>
   <source>{share} of orders</source>
   <translation>{share} des commandes</translation>
  </message>
  <message>
   <source>{shipment} goes with {carrier}</source>
   <translation>{shipment} part avec {carrier}</translation>
  </message>
  <message>
   <source>{shipment} goes with {carrier}, by rule {rule}</source>
   <translation>{shipment} part avec {carrier}, selon la règle {rule}</translation>
  </message>
  <message>
   <source>{shipment} goes with {carrier}.</source>
   <translation>{shipment} part avec {carrier}.</translation>
  </message>
  <message>
   <source>{shipment} joined into {into}</source>
   <translation>{shipment} réunie à {into}</translation>
  </message>
  <message>
   <source>{shipment} split, the rest is {new}</source>
   <translation>{shipment} fractionnée, le reste est {new}</translation>
  </message>
  <message>
   <source>{shipment} stays reserved: {skus} is not where it should be.</source>
   <translation>{shipment} reste réservée : {skus} n’est pas à sa place.</translation>
  </message>
  <message>
   <source>{shipment}, parcel {position}</source>
   <translation>{shipment}, colis {position}</translation>
  </message>
  <message>
   <source>{sku} costs {more} from {many} on, and {less} from {few} on.</source>
   <translation>{sku} coûte {more} dès {many}, et {less} dès {few}.</translation>
  </message>
  <message>
   <source>{sku} does not lie at the dock.</source>
   <translation>{sku} n’est pas à la réception.</translation>
  </message>
  <message>
   <source>{sku} in {place}: {counted} counted, the books said {expected}.</source>
   <translation>{sku} en {place} : {counted} comptés, {expected} en stock.</translation>
  </message>
  <message>
   <source>{sku} is not on this order. Put it aside.</source>
   <translation>{sku} n’est pas sur cette commande. Mettez de côté.</translation>
  </message>
  <message>
   <source>{sku} is right. Enter confirms {pieces}.</source>
   <translation>{sku}, c’est bon. Entrée pour valider {pieces}.</translation>
  </message>
  <message>
   <source>{sku} is saved.</source>
   <translation>{sku} est enregistré.</translation>
  </message>
  <message>
   <source>{sku} lies nowhere yet. Take it in under Goods in.</source>
   <translation>{sku} n’est encore nulle part. Entrez-le sous Réceptions.</translation>
  </message>
  <message>
   <source>{sku} was scanned, {wanted} is to be picked from {place}.</source>
   <translation>{sku} scanné, il faut prélever {wanted} en {place}.</translation>
  </message>
  <message>
   <source>{sku} {name} is not sold at the moment.</source>
   <translation>{sku} {name} n’est pas en vente actuellement.</translation>
  </message>
  <message>
   <source>{sku} {name}, {missing} expected</source>
   <translation>{sku} {name}, attendu : {missing}</translation>
  </message>
  <message>
   <source>{sku} {name}: in {seen} of the last {of} orders, usually {qty}.</source>
   <translation>{sku} {name} : dans {seen} des {of} dernières commandes, en général {qty}.</translation>
  </message>
  <message>
   <source>{sku} {name}: {qty} wanted, {free} left, and no more will come.</source>
   <translation>{sku} {name} : {qty} voulus, {free} restants, et il n’en viendra plus.</translation>
  </message>
  <message>
   <source>{sku}, discontinued</source>
   <translation>{sku}, arrêté</translation>
  </message>
  <message>
   <source>{sku}, their number {article}</source>
   <translation>{sku}, chez eux {article}</translation>
  </message>
  <message>
   <source>{sku}: {now} of {wanted} counted.</source>
   <translation>{sku} : compté {now} sur {wanted}.</translation>
  </message>
  <message>
   <source>{sku}: {price} after discounts, the floor is {floor}.</source>
   <translation>{sku} : {price} après remises, le plancher est de {floor}.</translation>
  </message>
  <message>
   <source>{sku}: {qty}; usually {low} to {high}, median {median} in {orders} orders.</source>
   <translation>{sku} : {qty} ; en général {low} à {high}, médiane {median} sur {orders} commandes.</translation>
  </message>
  <message>
   <source>{sku}: {qty}; usually {low}, in {orders} orders.</source>
   <translation>{sku} : {qty} ; en général {low}, sur {orders} commandes.</translation>
  </message>
  <message>
   <source>{sku}: {wanted} wanted, {free} free</source>
   <translation>{sku} : {wanted} à réserver, disponible {free}</translation>
  </message>
  <message>
   <source>{sku}: {wanted} wanted, {free} free.</source>
   <translation>{sku} : quantité {wanted}, disponible {free}.</translation>
  </message>
  <message>
   <source>{state} at {time}</source>
   <translation>{state} à {time}</translation>
  </message>
  <message>
   <source>{taken} of {of} taken</source>
   <translation>{taken} sur {of} pris</translation>
  </message>
  <message>
   <source>{title} opened</source>
   <translation>{title} ouvert</translation>
  </message>
  <message>
   <source>{title} put into the folder</source>
   <translation>{title} mis au dossier</translation>
  </message>
  <message>
   <source>{title} taken out of the folder</source>
   <translation>{title} retiré du dossier</translation>
  </message>
  <message>
   <source>{total} incl. {tax} tax</source>
   <translation>{total} dont TVA {tax}</translation>
  </message>
  <message>
   <source>{total}, expected for {day}.</source>
   <translation>{total}, attendu pour le {day}</translation>
  </message>
  <message>
   <source>{total}, promised for {day}.</source>
   <translation>{total}, promis pour le {day}</translation>
  </message>
  <message>
   <source>{total}. Nobody knows yet when.</source>
   <translation>{total}. Date encore inconnue.</translation>
  </message>
  <message>
   <source>{total}. Nothing is promised yet; confirm it from the list.</source>
   <translation>{total}. Rien n’est encore promis ; confirmez depuis la liste.</translation>
  </message>
  <message>
   <source>{total}. Nothing of it is reserved before {day}.</source>
   <translation>{total}. Rien n’en est réservé avant le {day}.</translation>
  </message>
  <message>
   <source>{total}. Release the hold, then reserve it from the list.</source>
   <translation>{total}. Débloquez-la, puis réservez-la depuis la liste.</translation>
  </message>
  <message>
   <source>{total}. {pieces} pieces leave for {day}, the rest follows.</source>
   <translation>{total}. {pieces} pièces partent pour le {day}, le reste suit.</translation>
  </message>
  <message>
   <source>{typed} is no amount such as 1500 or 1500.00.</source>
   <translation>{typed} n’est pas un montant comme 1500 ou 1500,00.</translation>
  </message>
  <message>
   <source>{typed} is typed, but not taken. Press Enter, or delete it.</source>
   <translation>{typed} est saisi, mais pas pris. Appuyez sur Entrée, ou effacez-le.</translation>
  </message>
  <message>
   <source>{weight}, at rest</source>
   <translation>{weight}, stable</translation>
  </message>
  <message>
   <source>{weight}, in motion</source>
   <translation>{weight}, en mouvement</translation>
  </message>
  <message>
   <source>{what}: {more}</source>
   <translation>{what} : {more}</translation>
  </message>
  <message>
   <source>{who} is coming</source>
   <translation>{who} arrive</translation>
  </message>
  <message>
   <source>{who} is packing {number} since {since}.</source>
   <translation>{who} emballe {number} depuis {since}.</translation>
  </message>
  <message>
   <source>{who} is packing {number}.</source>
   <translation>{who} emballe {number}.</translation>
  </message>
  <message>
   <source>{why} It is tried again by itself.</source>
   <translation>{why} Nouvel essai automatique.</translation>
  </message>
  <message numerus="yes">
   <source>%n announced pieces have not come.</source>
   <translation>
    <numerusform>%n pièce annoncée n’est pas arrivée.</numerusform>
    <numerusform>%n pièces annoncées ne sont pas arrivées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n are refused.</source>
   <translation>
    <numerusform>%n est refusée.</numerusform>
    <numerusform>%n sont refusées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n are to be taken from other places: see this list.</source>
   <translation>
    <numerusform>%n pièce est à prélever ailleurs : voir ce bon.</numerusform>
    <numerusform>%n pièces sont à prélever ailleurs : voir ce bon.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n block</source>
   <translation>
    <numerusform>%n bloque</numerusform>
    <numerusform>%n bloquent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n bytes</source>
   <translation>
    <numerusform>%n octet</numerusform>
    <numerusform>%n octets</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n charges</source>
   <translation>
    <numerusform>%n montant</numerusform>
    <numerusform>%n montants</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n command cards are in the print queue.</source>
   <translation>
    <numerusform>%n carte de commandes est dans la file d’impression.</numerusform>
    <numerusform>%n cartes de commandes sont dans la file d’impression.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n confirmations are in the outbox.</source>
   <translation>
    <numerusform>%n confirmation est dans la boîte d’envoi.</numerusform>
    <numerusform>%n confirmations sont dans la boîte d’envoi.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n confirmations sent to the printer.</source>
   <translation>
    <numerusform>%n confirmation envoyée à l’imprimante.</numerusform>
    <numerusform>%n confirmations envoyées à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n copies printed</source>
   <translation>
    <numerusform>%n exemplaire imprimé</numerusform>
    <numerusform>%n exemplaires imprimés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n copies sent to the printer.</source>
   <translation>
    <numerusform>%n duplicata envoyé à l’imprimante.</numerusform>
    <numerusform>%n duplicatas envoyés à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n counted</source>
   <translation>
    <numerusform>%n comptée</numerusform>
    <numerusform>%n comptées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n jour</numerusform>
    <numerusform>%n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days ago</source>
   <translation>
    <numerusform>il y a %n jour</numerusform>
    <numerusform>il y a %n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days late</source>
   <translation>
    <numerusform>%n jour de retard</numerusform>
    <numerusform>%n jours de retard</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n delivery notes sent to the printer.</source>
   <translation>
    <numerusform>%n bon de livraison envoyé à l’imprimante.</numerusform>
    <numerusform>%n bons de livraison envoyés à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n events found their parcel.</source>
   <translation>
    <numerusform>%n évènement a trouvé son colis.</numerusform>
    <numerusform>%n évènements ont trouvé leur colis.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n events put aside.</source>
   <translation>
    <numerusform>%n évènement mis de côté.</numerusform>
    <numerusform>%n évènements mis de côté.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n follow as a backorder.</source>
   <translation>
    <numerusform>%n pièce suit en reliquat.</numerusform>
    <numerusform>%n pièces suivent en reliquat.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n found of {sku} in {place}.</source>
   <translation>
    <numerusform>%n {sku} retrouvé en {place}.</numerusform>
    <numerusform>%n {sku} retrouvés en {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n free</source>
   <translation>
    <numerusform>%n disponible</numerusform>
    <numerusform>%n disponibles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n inform</source>
   <translation>
    <numerusform>%n informe</numerusform>
    <numerusform>%n informent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n invoices</source>
   <translation>
    <numerusform>%n facture</numerusform>
    <numerusform>%n factures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n invoices past their day, {sums}, the oldest since {day}.</source>
   <translation>
    <numerusform>%n facture échue, {sums}, depuis le {day}.</numerusform>
    <numerusform>%n factures échues, {sums}, la plus ancienne depuis le {day}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels are asked for again.</source>
   <translation>
    <numerusform>%n étiquette est redemandée.</numerusform>
    <numerusform>%n étiquettes sont redemandées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels are given up.</source>
   <translation>
    <numerusform>%n étiquette est abandonnée.</numerusform>
    <numerusform>%n étiquettes sont abandonnées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels are in the print queue.</source>
   <translation>
    <numerusform>%n étiquette est dans la file d’impression.</numerusform>
    <numerusform>%n étiquettes sont dans la file d’impression.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels sent to the printer as one job.</source>
   <translation>
    <numerusform>%n étiquette envoyée à l’imprimante.</numerusform>
    <numerusform>%n étiquettes envoyées à l’imprimante en une fois.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n left</source>
   <translation>
    <numerusform>%n restant</numerusform>
    <numerusform>%n restants</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines</source>
   <translation>
    <numerusform>%n ligne</numerusform>
    <numerusform>%n lignes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines added.</source>
   <translation>
    <numerusform>%n ligne ajoutée.</numerusform>
    <numerusform>%n lignes ajoutées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines do not say what or how many. Mend them, or F3 takes them away.</source>
   <translation>
    <numerusform>%n ligne ne dit pas quoi ou combien. Corrigez-la, ou F3 la retire.</numerusform>
    <numerusform>%n lignes ne disent pas quoi ou combien. Corrigez-les, ou F3 les retire.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines left.</source>
   <translation>
    <numerusform>%n ligne restante.</numerusform>
    <numerusform>%n lignes restantes.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines noted on {number}.</source>
   <translation>
    <numerusform>%n ligne enregistrée sur {number}.</numerusform>
    <numerusform>%n lignes enregistrées sur {number}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines on {number}. Print it with Ctrl+P.</source>
   <translation>
    <numerusform>%n ligne sur {number}. Imprimez avec Ctrl+P.</numerusform>
    <numerusform>%n lignes sur {number}. Imprimez avec Ctrl+P.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lines, kept at {hour}</source>
   <translation>
    <numerusform>%n ligne, enregistrée à {hour}</numerusform>
    <numerusform>%n lignes, enregistrées à {hour}</numerusform>
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
    <numerusform>%n message est réessayé.</numerusform>
    <numerusform>%n messages sont réessayés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages noted as sent.</source>
   <translation>
    <numerusform>%n message noté comme envoyé.</numerusform>
    <numerusform>%n messages notés comme envoyés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages refused.</source>
   <translation>
    <numerusform>%n message refusé.</numerusform>
    <numerusform>%n messages refusés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages stand instead of what came before.</source>
   <translation>
    <numerusform>%n message remplace ce qui était là.</numerusform>
    <numerusform>%n messages remplacent ce qui était là.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages taken out of the outbox.</source>
   <translation>
    <numerusform>%n message retiré de la boîte d’envoi.</numerusform>
    <numerusform>%n messages retirés de la boîte d’envoi.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages wait again.</source>
   <translation>
    <numerusform>%n message attend à nouveau.</numerusform>
    <numerusform>%n messages attendent à nouveau.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more lines are wrong.</source>
   <translation>
    <numerusform>%n autre ligne est fausse.</numerusform>
    <numerusform>%n autres lignes sont fausses.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} carried from {place} to {target}.</source>
   <translation>
    <numerusform>%n {sku} porté de {place} à {target}.</numerusform>
    <numerusform>%n {sku} portés de {place} à {target}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} lie in {place}.</source>
   <translation>
    <numerusform>%n {sku} en {place}.</numerusform>
    <numerusform>%n {sku} en {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku} not counted.</source>
   <translation>
    <numerusform>%n {sku} non compté.</numerusform>
    <numerusform>%n {sku} non comptés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of {sku}, {name}.</source>
   <translation>
    <numerusform>%n {sku}, {name}.</numerusform>
    <numerusform>%n {sku}, {name}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open</source>
   <translation>
    <numerusform>%n ouverte</numerusform>
    <numerusform>%n ouvertes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders</source>
   <translation>
    <numerusform>%n commande</numerusform>
    <numerusform>%n commandes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders approved.</source>
   <translation>
    <numerusform>%n commande approuvée.</numerusform>
    <numerusform>%n commandes approuvées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders are drafts again.</source>
   <translation>
    <numerusform>%n commande est à nouveau un brouillon.</numerusform>
    <numerusform>%n commandes sont à nouveau des brouillons.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders asked anew.</source>
   <translation>
    <numerusform>%n commande vérifiée à nouveau.</numerusform>
    <numerusform>%n commandes vérifiées à nouveau.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders cancelled.</source>
   <translation>
    <numerusform>%n commande annulée.</numerusform>
    <numerusform>%n commandes annulées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders change.</source>
   <translation>
    <numerusform>%n commande change.</numerusform>
    <numerusform>%n commandes changent.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders changed.</source>
   <translation>
    <numerusform>%n commande modifiée.</numerusform>
    <numerusform>%n commandes modifiées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders confirmed.</source>
   <translation>
    <numerusform>%n commande confirmée.</numerusform>
    <numerusform>%n commandes confirmées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders entered as drafts: {numbers}.</source>
   <translation>
    <numerusform>%n commande saisie en brouillon : {numbers}.</numerusform>
    <numerusform>%n commandes saisies en brouillon : {numbers}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders held.</source>
   <translation>
    <numerusform>%n commande bloquée.</numerusform>
    <numerusform>%n commandes bloquées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders overridden.</source>
   <translation>
    <numerusform>%n commande passée outre.</numerusform>
    <numerusform>%n commandes passées outre.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders reserved in part.</source>
   <translation>
    <numerusform>%n commande réservée en partie.</numerusform>
    <numerusform>%n commandes réservées en partie.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders reserved.</source>
   <translation>
    <numerusform>%n commande réservée.</numerusform>
    <numerusform>%n commandes réservées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n orders since {day}</source>
   <translation>
    <numerusform>%n commande depuis le {day}</numerusform>
    <numerusform>%n commandes depuis le {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n packing slips sent to the printer.</source>
   <translation>
    <numerusform>%n liste de colisage envoyée à l’imprimante.</numerusform>
    <numerusform>%n listes de colisage envoyées à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers are tried again.</source>
   <translation>
    <numerusform>%n document repart à l’impression.</numerusform>
    <numerusform>%n documents repartent à l’impression.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers come out at this desk.</source>
   <translation>
    <numerusform>%n document sort à ce poste.</numerusform>
    <numerusform>%n documents sortent à ce poste.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers noted as printed.</source>
   <translation>
    <numerusform>%n document noté comme imprimé.</numerusform>
    <numerusform>%n documents notés comme imprimés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers taken out of the queue.</source>
   <translation>
    <numerusform>%n document retiré de la file.</numerusform>
    <numerusform>%n documents retirés de la file.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers waiting</source>
   <translation>
    <numerusform>%n document en attente</numerusform>
    <numerusform>%n documents en attente</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels</source>
   <translation>
    <numerusform>%n colis</numerusform>
    <numerusform>%n colis</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels are on their way again.</source>
   <translation>
    <numerusform>%n colis est de nouveau en route.</numerusform>
    <numerusform>%n colis sont de nouveau en route.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels are taken off and wait for another one.</source>
   <translation>
    <numerusform>%n colis est déchargé et attend un autre enlèvement.</numerusform>
    <numerusform>%n colis sont déchargés et attendent un autre enlèvement.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels noted as lost.</source>
   <translation>
    <numerusform>%n colis noté comme perdu.</numerusform>
    <numerusform>%n colis notés comme perdus.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels proposed</source>
   <translation>
    <numerusform>%n colis proposé</numerusform>
    <numerusform>%n colis proposés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels stand here again; their orders are open.</source>
   <translation>
    <numerusform>%n colis est de nouveau ici ; sa commande est rouverte.</numerusform>
    <numerusform>%n colis sont de nouveau ici ; leurs commandes sont rouvertes.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels stay here and wait for the next one.</source>
   <translation>
    <numerusform>%n colis reste ici et attend le prochain.</numerusform>
    <numerusform>%n colis restent ici et attendent le prochain.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcels wait</source>
   <translation>
    <numerusform>%n colis attend</numerusform>
    <numerusform>%n colis attendent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces</source>
   <translation>
    <numerusform>%n pièce</numerusform>
    <numerusform>%n pièces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are asked back from the warehouse.</source>
   <translation>
    <numerusform>%n pièce est demandée en retour à l’entrepôt.</numerusform>
    <numerusform>%n pièces sont demandées en retour à l’entrepôt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are back in their place.</source>
   <translation>
    <numerusform>%n pièce est de retour à son emplacement.</numerusform>
    <numerusform>%n pièces sont de retour à leur emplacement.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are left for another parcel</source>
   <translation>
    <numerusform>%n pièce reste pour un autre colis</numerusform>
    <numerusform>%n pièces restent pour un autre colis</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are promised no more. Waiting again: {numbers}.</source>
   <translation>
    <numerusform>%n pièce n’est plus réservée. À nouveau en attente : {numbers}.</numerusform>
    <numerusform>%n pièces ne sont plus réservées. À nouveau en attente : {numbers}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces are still claimed for picking. Report them short there.</source>
   <translation>
    <numerusform>%n pièce est encore affectée à la préparation. Déclarez-y le manquant.</numerusform>
    <numerusform>%n pièces sont encore affectées à la préparation. Déclarez-y le manquant.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces let go.</source>
   <translation>
    <numerusform>%n pièce libérée.</numerusform>
    <numerusform>%n pièces libérées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces lie here.</source>
   <translation>
    <numerusform>%n pièce ici.</numerusform>
    <numerusform>%n pièces ici.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} asked back, {shipment}</source>
   <translation>
    <numerusform>%n pièce de la ligne {line} à rendre, {shipment}</numerusform>
    <numerusform>%n pièces de la ligne {line} à rendre, {shipment}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} cancelled</source>
   <translation>
    <numerusform>%n pièce de la ligne {line} annulée</numerusform>
    <numerusform>%n pièces de la ligne {line} annulées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} restored</source>
   <translation>
    <numerusform>%n pièce de la ligne {line} rétablie</numerusform>
    <numerusform>%n pièces de la ligne {line} rétablies</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of line {line} wanted after all</source>
   <translation>
    <numerusform>%n pièce de la ligne {line} gardée finalement</numerusform>
    <numerusform>%n pièces de la ligne {line} gardées finalement</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces of {sku} are missing.</source>
   <translation>
    <numerusform>Il manque %n pièce de {sku}.</numerusform>
    <numerusform>Il manque %n pièces de {sku}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces picked.</source>
   <translation>
    <numerusform>%n pièce prélevée.</numerusform>
    <numerusform>%n pièces prélevées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces put back, {shipment}</source>
   <translation>
    <numerusform>%n pièce remise en place, {shipment}</numerusform>
    <numerusform>%n pièces remises en place, {shipment}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pieces reserved, {shipment}</source>
   <translation>
    <numerusform>%n pièce réservée, {shipment}</numerusform>
    <numerusform>%n pièces réservées, {shipment}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places</source>
   <translation>
    <numerusform>%n destination</numerusform>
    <numerusform>%n destinations</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places are added.</source>
   <translation>
    <numerusform>%n emplacement est ajouté.</numerusform>
    <numerusform>%n emplacements sont ajoutés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places: {first}, {second} ... {last}</source>
   <translation>
    <numerusform>%n emplacement : {first}, {second} … {last}</numerusform>
    <numerusform>%n emplacements : {first}, {second} … {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prices</source>
   <translation>
    <numerusform>%n prix</numerusform>
    <numerusform>%n prix</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prices of {code} are changed.</source>
   <translation>
    <numerusform>%n prix de {code} est changé.</numerusform>
    <numerusform>%n prix de {code} sont changés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n products</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n purchase orders are open.</source>
   <translation>
    <numerusform>%n commande fournisseur est ouverte.</numerusform>
    <numerusform>%n commandes fournisseur sont ouvertes.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n refused.</source>
   <translation>
    <numerusform>%n refus.</numerusform>
    <numerusform>%n refus.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n return labels sent to the printer.</source>
   <translation>
    <numerusform>%n étiquette de retour envoyée à l’imprimante.</numerusform>
    <numerusform>%n étiquettes de retour envoyées à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns authorised. Print their labels with Ctrl+P.</source>
   <translation>
    <numerusform>%n retour autorisé. Imprimez l’étiquette avec Ctrl+P.</numerusform>
    <numerusform>%n retours autorisés. Imprimez les étiquettes avec Ctrl+P.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns cancelled.</source>
   <translation>
    <numerusform>%n retour annulé.</numerusform>
    <numerusform>%n retours annulés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns refused.</source>
   <translation>
    <numerusform>%n retour refusé.</numerusform>
    <numerusform>%n retours refusés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n returns wait</source>
   <translation>
    <numerusform>%n retour en attente</numerusform>
    <numerusform>%n retours en attente</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows are to be mended: Enter on a line looks for its product.</source>
   <translation>
    <numerusform>%n ligne est à corriger : Entrée sur la ligne cherche son article.</numerusform>
    <numerusform>%n lignes sont à corriger : Entrée sur une ligne cherche son article.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows are too many to type.</source>
   <translation>
    <numerusform>%n ligne, c’est trop à saisir.</numerusform>
    <numerusform>%n lignes, c’est trop à saisir.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scans kept: {names}. They follow afterwards.</source>
   <translation>
    <numerusform>%n scan gardé en attente : {names}. Il sera repris ensuite.</numerusform>
    <numerusform>%n scans gardés en attente : {names}. Ils seront repris ensuite.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scans were not answered when the program ended: {codes}. Look, and scan again.</source>
   <translation>
    <numerusform>%n scan est resté sans réponse à l’arrêt du programme : {codes}. Vérifiez, et scannez à nouveau.</numerusform>
    <numerusform>%n scans sont restés sans réponse à l’arrêt du programme : {codes}. Vérifiez, et scannez à nouveau.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n selected</source>
   <translation>
    <numerusform>%n sélectionnée</numerusform>
    <numerusform>%n sélectionnées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments</source>
   <translation>
    <numerusform>%n expédition</numerusform>
    <numerusform>%n expéditions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are back, packed.</source>
   <translation>
    <numerusform>%n expédition de retour, emballée.</numerusform>
    <numerusform>%n expéditions de retour, emballées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are on their way again.</source>
   <translation>
    <numerusform>%n expédition est à nouveau en route.</numerusform>
    <numerusform>%n expéditions sont à nouveau en route.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments are ready to pack.</source>
   <translation>
    <numerusform>%n expédition est prête à emballer.</numerusform>
    <numerusform>%n expéditions sont prêtes à emballer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments called back.</source>
   <translation>
    <numerusform>%n expédition rappelée.</numerusform>
    <numerusform>%n expéditions rappelées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments handed over.</source>
   <translation>
    <numerusform>%n expédition remise.</numerusform>
    <numerusform>%n expéditions remises.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments noted as delivered.</source>
   <translation>
    <numerusform>%n expédition notée comme livrée.</numerusform>
    <numerusform>%n expéditions notées comme livrées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments of {number} are ready to pack.</source>
   <translation>
    <numerusform>%n expédition de {number} est prête à emballer.</numerusform>
    <numerusform>%n expéditions de {number} sont prêtes à emballer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n shipments: taken back.</source>
   <translation>
    <numerusform>%n expédition : annulé.</numerusform>
    <numerusform>%n expéditions : annulé.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n short.</source>
   <translation>
    <numerusform>%n manquant.</numerusform>
    <numerusform>%n manquants.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stay as they are.</source>
   <translation>
    <numerusform>%n reste inchangée.</numerusform>
    <numerusform>%n restent inchangées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n surcharges</source>
   <translation>
    <numerusform>%n supplément</numerusform>
    <numerusform>%n suppléments</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n taken off of {sku} in {place}.</source>
   <translation>
    <numerusform>%n {sku} retiré de {place}.</numerusform>
    <numerusform>%n {sku} retirés de {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to look at</source>
   <translation>
    <numerusform>%n à regarder</numerusform>
    <numerusform>%n à regarder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to mend</source>
   <translation>
    <numerusform>%n à corriger</numerusform>
    <numerusform>%n à corriger</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n en attente</numerusform>
    <numerusform>%n en attente</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waybills sent to the printer.</source>
   <translation>
    <numerusform>%n lettre de voiture envoyée à l’imprimante.</numerusform>
    <numerusform>%n lettres de voiture envoyées à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Change %n orders</source>
   <translation>
    <numerusform>Modifier %n commande</numerusform>
    <numerusform>Modifier %n commandes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Confirm %n pieces</source>
   <translation>
    <numerusform>Valider %n pièce</numerusform>
    <numerusform>Valider %n pièces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Customs declarations of %n shipments sent to the printer.</source>
   <translation>
    <numerusform>Déclaration en douane de %n expédition envoyée à l’imprimante.</numerusform>
    <numerusform>Déclarations en douane de %n expéditions envoyées à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Dangerous goods marks of %n shipments sent to the printer.</source>
   <translation>
    <numerusform>Marques de danger de %n expédition envoyées à l’imprimante.</numerusform>
    <numerusform>Marques de danger de %n expéditions envoyées à l’imprimante.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Line {line} added, %n pieces</source>
   <translation>
    <numerusform>Ligne {line} ajoutée, %n pièce</numerusform>
    <numerusform>Ligne {line} ajoutée, %n pièces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Nothing to do for %n.</source>
   <translation>
    <numerusform>Rien à faire pour %n.</numerusform>
    <numerusform>Rien à faire pour %n.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Pick list {number} with %n tasks.</source>
   <translation>
    <numerusform>Bon de préparation {number}, %n ligne.</numerusform>
    <numerusform>Bon de préparation {number}, %n lignes.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reservation of %n orders taken back.</source>
   <translation>
    <numerusform>Réservation levée pour %n commande.</numerusform>
    <numerusform>Réservation levée pour %n commandes.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Scan %n more</source>
   <translation>
    <numerusform>Scannez encore %n pièce</numerusform>
    <numerusform>Scannez encore %n pièces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The next scan counts %n times</source>
   <translation>
    <numerusform>Le prochain scan compte %n fois</numerusform>
    <numerusform>Le prochain scan compte %n fois</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Then scan %n more</source>
   <translation>
    <numerusform>Puis scannez encore %n pièce</numerusform>
    <numerusform>Puis scannez encore %n pièces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more customers</source>
   <translation>
    <numerusform>et %n autre client</numerusform>
    <numerusform>et %n autres clients</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more lines</source>
   <translation>
    <numerusform>et %n autre ligne</numerusform>
    <numerusform>et %n autres lignes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more products</source>
   <translation>
    <numerusform>et %n autre article</numerusform>
    <numerusform>et %n autres articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>in %n days</source>
   <translation>
    <numerusform>dans %n jour</numerusform>
    <numerusform>dans %n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>of %n shipments</source>
   <translation>
    <numerusform>de %n expédition</numerusform>
    <numerusform>de %n expéditions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>taken %n times, usually {qty}</source>
   <translation>
    <numerusform>pris %n fois, en général {qty}</numerusform>
    <numerusform>pris %n fois, en général {qty}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{shipment} waits for %n pieces, since it ships complete.</source>
   <translation>
    <numerusform>{shipment} attend %n pièce, car elle part complète.</numerusform>
    <numerusform>{shipment} attend %n pièces, car elle part complète.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{sku}, a pack of %n</source>
   <translation>
    <numerusform>{sku}, conditionnement de %n</numerusform>
    <numerusform>{sku}, conditionnement de %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>'about' and the values must be texts</source>
   <translation>'about' et les valeurs doivent être des textes</translation>
  </message>
  <message>
   <source>'days' must be a whole number</source>
   <translation>'days' doit être un nombre entier</translation>
  </message>
  <message>
   <source>'do' and 'value' must be texts</source>
   <translation>'do' et 'value' doivent être des textes</translation>
  </message>
  <message>
   <source>'match' is neither 'all' nor 'any'</source>
   <translation>'match' n’est ni 'all' ni 'any'</translation>
  </message>
  <message>
   <source>'not' must be true or false</source>
   <translation>'not' doit être vrai ou faux</translation>
  </message>
  <message>
   <source>'until' must be a day as 2026-01-31</source>
   <translation>'until' doit être un jour comme 2026-01-31</translation>
  </message>
  <message>
   <source>'{group_key}' stands in {names} line {line} already</source>
   <translation>« {group_key} » est déjà dans {names}, ligne {line}</translation>
  </message>
  <message>
   <source>'{told}' here, but '{first}' where order {number} begins</source>
   <translation>« {told} » ici, mais « {first} » au début de la commande {number}</translation>
  </message>
  <message>
   <source>'{verb}' is not possible: it is not there, not {value}.</source>
   <translation>Impossible de « {verb} » : introuvable ; il faudrait : {value}.</translation>
  </message>
  <message>
   <source>'{verb}' is not possible: it is {state}, not {value}.</source>
   <translation>Impossible de « {verb} » : état « {state} » ; il faudrait : {value}.</translation>
  </message>
  <message>
   <source>A GTIN has 8, 12, 13 or 14 digits; the last checks the others. Scan or type it again.</source>
   <translation>Un GTIN a 8, 12, 13 ou 14 chiffres ; le dernier contrôle les autres. Scannez ou saisissez-le à nouveau.</translation>
  </message>
  <message>
   <source>A PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits.</source>
   <translation>Un code PIN a {SHORTEST_PIN} à {LONGEST_PIN} chiffres.</translation>
  </message>
  <message>
   <source>A box is not {inner} mm inside.</source>
   <translation>Un carton ne mesure pas {inner} mm à l’intérieur.</translation>
  </message>
  <message>
   <source>A box of {inner} mm inside is not {outer} mm outside.</source>
   <translation>Un carton de {inner} mm à l’intérieur ne mesure pas {outer} mm à l’extérieur.</translation>
  </message>
  <message>
   <source>A box of {weight} g cannot be.</source>
   <translation>Un carton de {weight} g n’existe pas.</translation>
  </message>
  <message>
   <source>A brace stands alone.</source>
   <translation>Une accolade est seule.</translation>
  </message>
  <message>
   <source>A carrier is waited for 1 to {LONGEST_TIMEOUT} seconds.</source>
   <translation>On attend un transporteur de 1 à {LONGEST_TIMEOUT} secondes.</translation>
  </message>
  <message>
   <source>A charge and the value from which it holds are zero or more.</source>
   <translation>Des frais et la valeur à partir de laquelle ils valent sont de zéro ou plus.</translation>
  </message>
  <message>
   <source>A charge was not taken over: {kind}, {amount} {unit}.</source>
   <translation>Des frais n’ont pas été repris : {kind}, {amount} {unit}.</translation>
  </message>
  <message>
   <source>A condition of a rule is not below 0.</source>
   <translation>Une condition de règle n’est pas inférieure à 0.</translation>
  </message>
  <message>
   <source>A copy has the same currency.</source>
   <translation>Une copie a la même monnaie.</translation>
  </message>
  <message>
   <source>A credit limit is zero or more.</source>
   <translation>Un encours autorisé vaut zéro ou plus.</translation>
  </message>
  <message>
   <source>A database in memory cannot be saved.</source>
   <translation>Une base en mémoire ne peut pas être sauvegardée.</translation>
  </message>
  <message>
   <source>A despatch advice is addressed by the customer's GLN.</source>
   <translation>Un avis d’expédition est adressé par le GLN du client.</translation>
  </message>
  <message>
   <source>A hold ends after so many days or on a day, not both.</source>
   <translation>Un blocage finit après un nombre de jours ou un jour donné, pas les deux.</translation>
  </message>
  <message>
   <source>A job needs a kind.</source>
   <translation>Il faut un type de tâche.</translation>
  </message>
  <message>
   <source>A job's payload must be JSON text.</source>
   <translation>Le contenu d’une tâche doit être du texte JSON.</translation>
  </message>
  <message>
   <source>A letter has a subject and a text.</source>
   <translation>Une lettre a un objet et un texte.</translation>
  </message>
  <message>
   <source>A limit is an amount of zero or more.</source>
   <translation>Un plafond est un montant positif ou nul.</translation>
  </message>
  <message>
   <source>A list of open invoices has a few megabytes.</source>
   <translation>Une liste de factures dues fait quelques mégaoctets.</translation>
  </message>
  <message>
   <source>A lot is counted twice.</source>
   <translation>Un lot est compté deux fois.</translation>
  </message>
  <message>
   <source>A mailbox needs a login.</source>
   <translation>Une boîte aux lettres a besoin d’un compte.</translation>
  </message>
  <message>
   <source>A mark of {side_mm} mm does not fit on this sheet.</source>
   <translation>Une marque de {side_mm} mm ne tient pas sur cette feuille.</translation>
  </message>
  <message>
   <source>A new customer comes with the order: {name}.</source>
   <translation>La commande apporte un nouveau client : {name}.</translation>
  </message>
  <message>
   <source>A parcel does not weigh {weight_g}.</source>
   <translation>Un colis ne pèse pas {weight_g}.</translation>
  </message>
  <message>
   <source>A parcel of {number} is open.</source>
   <translation>Un colis de {number} est ouvert.</translation>
  </message>
  <message>
   <source>A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.</source>
   <translation>Un mot de passe a {SHORTEST_PASSWORD} à {LONGEST_PASSWORD} caractères.</translation>
  </message>
  <message>
   <source>A password is never sent to the server as it is.</source>
   <translation>Un mot de passe n’est jamais envoyé tel quel au serveur.</translation>
  </message>
  <message>
   <source>A payment is more than nothing.</source>
   <translation>Un paiement n’est pas nul.</translation>
  </message>
  <message>
   <source>A person needs at least one role.</source>
   <translation>Il faut au moins un rôle par personne.</translation>
  </message>
  <message>
   <source>A pick list is for shipments of one warehouse.</source>
   <translation>Un bon de préparation ne concerne qu’un seul entrepôt.</translation>
  </message>
  <message>
   <source>A place in the walk is a number of at least 0.</source>
   <translation>Le rang dans le parcours est un nombre d’au moins 0.</translation>
  </message>
  <message>
   <source>A price is zero or more with at most six decimals, from 1 piece on, and ends after it begins.</source>
   <translation>Un prix est de zéro ou plus, avec six décimales au plus, dès 1 pièce, et finit après avoir commencé.</translation>
  </message>
  <message>
   <source>A price is zero or more, with at most {UNIT_PRICE_DECIMALS} decimals.</source>
   <translation>Un prix vaut zéro ou plus, avec au plus {UNIT_PRICE_DECIMALS} décimales.</translation>
  </message>
  <message>
   <source>A quote reserves nothing.</source>
   <translation>Un devis ne réserve rien.</translation>
  </message>
  <message>
   <source>A rate is up to at least 1 g, not {up_to} g.</source>
   <translation>Un tarif va jusqu’à 1 g au moins, pas {up_to} g.</translation>
  </message>
  <message>
   <source>A reason is needed.</source>
   <translation>Un motif est nécessaire.</translation>
  </message>
  <message>
   <source>A reason to {kind} is needed.</source>
   <translation>Indiquez un motif ({kind}).</translation>
  </message>
  <message>
   <source>A refusal needs a reason.</source>
   <translation>Un refus demande un motif.</translation>
  </message>
  <message>
   <source>A rule cannot choose {choice}.</source>
   <translation>Une règle ne peut pas choisir {choice}.</translation>
  </message>
  <message>
   <source>A rule gives one {name}.</source>
   <translation>Une règle ne donne qu’un seul « {name} ».</translation>
  </message>
  <message>
   <source>A rule is not tried over {days} days.</source>
   <translation>Une règle ne s’essaie pas sur {days} jours.</translation>
  </message>
  <message>
   <source>A serial number is given twice.</source>
   <translation>Un numéro de série est donné deux fois.</translation>
  </message>
  <message>
   <source>A sheet holds {MOST_ROWS} rows; there are more.</source>
   <translation>Une feuille contient {MOST_ROWS} lignes ; il y en a davantage.</translation>
  </message>
  <message>
   <source>A split moves something and leaves something.</source>
   <translation>Pour fractionner, il faut déplacer une partie et en laisser une.</translation>
  </message>
  <message>
   <source>A tag has 1 to {LONGEST_TAG} printable characters and no comma.</source>
   <translation>Une étiquette a de 1 à {LONGEST_TAG} caractères imprimables, sans virgule.</translation>
  </message>
  <message>
   <source>A tag holds no comma.</source>
   <translation>Une étiquette ne contient pas de virgule.</translation>
  </message>
  <message>
   <source>A view's name has at most {LONGEST_NAME} letters.</source>
   <translation>Le nom d’une vue a au plus {LONGEST_NAME} lettres.</translation>
  </message>
  <message>
   <source>A weight may be off by 0 to {MOST_TOLERANCE_G} grams.</source>
   <translation>Un poids peut s’écarter de 0 à {MOST_TOLERANCE_G} grammes.</translation>
  </message>
  <message>
   <source>A weight may be off by 0 to {value} %.</source>
   <translation>Un poids peut s’écarter de 0 à {value} %.</translation>
  </message>
  <message>
   <source>A {what} has 1 to {CODE_LENGTH} printable characters.</source>
   <translation>Saisissez 1 à {CODE_LENGTH} caractères imprimables ({what}).</translation>
  </message>
  <message>
   <source>Add a condition.</source>
   <translation>Ajoutez une condition.</translation>
  </message>
  <message>
   <source>Add a line to the return.</source>
   <translation>Ajoutez une ligne au retour.</translation>
  </message>
  <message>
   <source>Add a product.</source>
   <translation>Ajoutez un article.</translation>
  </message>
  <message>
   <source>Add another place instead.</source>
   <translation>Ajoutez plutôt un autre emplacement.</translation>
  </message>
  <message>
   <source>Add it first, or take it out of the list.</source>
   <translation>Ajoutez-le d’abord, ou retirez-le de la liste.</translation>
  </message>
  <message>
   <source>Add the person first.</source>
   <translation>Ajoutez d’abord la personne.</translation>
  </message>
  <message>
   <source>Add the two counts up.</source>
   <translation>Additionnez les deux comptages.</translation>
  </message>
  <message>
   <source>Add them aisle by aisle.</source>
   <translation>Ajoutez-les allée par allée.</translation>
  </message>
  <message>
   <source>Add them as a new customer, if they buy again.</source>
   <translation>Ajoutez-le comme nouveau client s’il achète de nouveau.</translation>
  </message>
  <message>
   <source>Adjust each number that is missing or found.</source>
   <translation>Régularisez chaque numéro manquant ou retrouvé.</translation>
  </message>
  <message>
   <source>Administrators approve without one; the other roles approve nothing.</source>
   <translation>Les administrateurs approuvent sans plafond ; les autres rôles n’approuvent rien.</translation>
  </message>
  <message>
   <source>All connections of this desk are busy.</source>
   <translation>Toutes les connexions de ce poste sont occupées.</translation>
  </message>
  <message>
   <source>All of it together is too big for {box}. Take a larger box, or pack two parcels.</source>
   <translation>Le tout est trop grand pour {box}. Prenez un carton plus grand, ou faites deux colis.</translation>
  </message>
  <message>
   <source>All of it together is too heavy for {box}. Take a stronger box, or pack two parcels.</source>
   <translation>Le tout est trop lourd pour {box}. Prenez un carton plus solide, ou faites deux colis.</translation>
  </message>
  <message>
   <source>An SSCC has 18 digits; the last one is the check digit.</source>
   <translation>Un SSCC a 18 chiffres ; le dernier est la clé de contrôle.</translation>
  </message>
  <message>
   <source>An event names no parcel.</source>
   <translation>Un évènement ne nomme aucun colis.</translation>
  </message>
  <message>
   <source>An exchange names the order whose goods are exchanged, and no other order does.</source>
   <translation>Un échange nomme la commande dont les articles sont échangés, et aucune autre commande ne le fait.</translation>
  </message>
  <message>
   <source>An order needs at least one line.</source>
   <translation>Une commande a au moins une ligne.</translation>
  </message>
  <message>
   <source>An order of this number is here already with other content: {of}.</source>
   <translation>Une commande de ce numéro est déjà là, avec un autre contenu : {of}.</translation>
  </message>
  <message>
   <source>Another desk changed {sku} meanwhile.</source>
   <translation>Un autre poste a modifié {sku} entre-temps.</translation>
  </message>
  <message>
   <source>Another desk did that already.</source>
   <translation>Un autre poste l’a déjà fait.</translation>
  </message>
  <message>
   <source>Another desk has changed this letter meanwhile.</source>
   <translation>Un autre poste a modifié cette lettre entre-temps.</translation>
  </message>
  <message>
   <source>Another desk just took these goods for a shipment.</source>
   <translation>Un autre poste vient de prendre cette marchandise pour une expédition.</translation>
  </message>
  <message>
   <source>Another desk printed one of these labels meanwhile.</source>
   <translation>Un autre poste a imprimé une de ces étiquettes entre-temps.</translation>
  </message>
  <message>
   <source>Another desk took this job over.</source>
   <translation>Un autre poste a repris cette tâche.</translation>
  </message>
  <message>
   <source>Another program is writing to this database and does not come to an end.</source>
   <translation>Un autre programme écrit dans cette base et ne s’arrête pas.</translation>
  </message>
  <message>
   <source>Any of no conditions never holds.</source>
   <translation>Sans condition, « l’une au moins » n’est jamais vrai.</translation>
  </message>
  <message>
   <source>Article {article} has no price in the order's currency.</source>
   <translation>L’article {article} n’a pas de prix dans la devise de la commande.</translation>
  </message>
  <message>
   <source>Article {article} is blocked and not sold.</source>
   <translation>L’article {article} est bloqué et ne se vend pas.</translation>
  </message>
  <message>
   <source>Article {article} is discontinued.</source>
   <translation>L’article {article} est arrêté.</translation>
  </message>
  <message>
   <source>Article {article}: the order says {theirs} % tax, ours is {ours} %.</source>
   <translation>Article {article} : la commande dit {theirs} % de TVA, la nôtre est de {ours} %.</translation>
  </message>
  <message>
   <source>Article {article}: the order says {theirs} {currency}, our price is {ours}.</source>
   <translation>Article {article} : la commande dit {theirs} {currency}, notre prix est de {ours}.</translation>
  </message>
  <message>
   <source>Article {article}: {refusal}</source>
   <translation>Article {article} : {refusal}</translation>
  </message>
  <message>
   <source>Ask a supervisor for the right.</source>
   <translation>Demandez ce droit à un responsable.</translation>
  </message>
  <message>
   <source>Ask a supervisor to open the warehouse first.</source>
   <translation>Demandez d’abord à un responsable d’ouvrir l’entrepôt.</translation>
  </message>
  <message>
   <source>Ask a supervisor, or sign in as somebody who may.</source>
   <translation>Demandez à un responsable, ou connectez une personne autorisée.</translation>
  </message>
  <message>
   <source>Ask a supervisor.</source>
   <translation>Demandez à un responsable.</translation>
  </message>
  <message>
   <source>Ask accounting to let them order.</source>
   <translation>Demandez à la comptabilité de débloquer le client.</translation>
  </message>
  <message>
   <source>Ask an administrator to add the person to Quai.</source>
   <translation>Demandez à un administrateur d’ajouter la personne dans Quai.</translation>
  </message>
  <message>
   <source>Ask an administrator to add the person.</source>
   <translation>Demandez à un administrateur d’ajouter la personne.</translation>
  </message>
  <message>
   <source>Ask for the file again, or save it anew.</source>
   <translation>Redemandez le fichier, ou enregistrez-le de nouveau.</translation>
  </message>
  <message>
   <source>Ask somebody who packs or serves customers.</source>
   <translation>Demandez à l’emballage ou au service clients.</translation>
  </message>
  <message>
   <source>Ask somebody with a higher limit.</source>
   <translation>Demandez à quelqu’un dont le plafond est plus élevé.</translation>
  </message>
  <message>
   <source>Ask the administrator to undo it.</source>
   <translation>Demandez à l’administrateur de l’annuler.</translation>
  </message>
  <message>
   <source>Ask the carrier which of the two it is.</source>
   <translation>Demandez au transporteur lequel des deux est le bon.</translation>
  </message>
  <message>
   <source>Ask the carrier.</source>
   <translation>Demandez au transporteur.</translation>
  </message>
  <message>
   <source>Ask the receiver, then send it again or note it as sent.</source>
   <translation>Demander au destinataire, puis renvoyer ou noter comme envoyé.</translation>
  </message>
  <message>
   <source>Ask who runs the mail server; the name must be the one in its certificate.</source>
   <translation>Demandez à qui tient le serveur ; le nom doit être celui de son certificat.</translation>
  </message>
  <message>
   <source>At its end ({what}) the message is called {said}, at its beginning {found}.</source>
   <translation>À la fin ({what}) le message s’appelle {said}, au début {found}.</translation>
  </message>
  <message>
   <source>At least one job is taken, for at least a second.</source>
   <translation>Il faut prendre au moins une tâche, pour au moins une seconde.</translation>
  </message>
  <message>
   <source>At least one message is taken, for at least a second.</source>
   <translation>Au moins un message est pris, pour au moins une seconde.</translation>
  </message>
  <message>
   <source>At least one paper is taken, for at least a second.</source>
   <translation>Il faut prendre au moins un document, pour au moins une seconde.</translation>
  </message>
  <message>
   <source>At most {MOST_AT_ONCE} events are taken at once.</source>
   <translation>Au plus {MOST_AT_ONCE} évènements sont pris à la fois.</translation>
  </message>
  <message>
   <source>Badge {code} is {holder}'s.</source>
   <translation>Le badge {code} est celui de {holder}.</translation>
  </message>
  <message>
   <source>Barcode {barcode} belongs to {sku} already.</source>
   <translation>Le code-barres {barcode} désigne déjà {sku}.</translation>
  </message>
  <message>
   <source>Barcode {barcode} is known already: {kind} {label}.</source>
   <translation>Le code-barres {barcode} est déjà connu : {kind} {label}.</translation>
  </message>
  <message>
   <source>Barcode {code} cannot stand for {pack_qty} units.</source>
   <translation>Le code-barres {code} ne peut pas valoir {pack_qty} unités.</translation>
  </message>
  <message>
   <source>Begin anew with an empty database.</source>
   <translation>Recommencez avec une base vide.</translation>
  </message>
  <message>
   <source>Begin the step anew.</source>
   <translation>Recommencez l’étape.</translation>
  </message>
  <message>
   <source>Between two looks are {LEAST_SECONDS} to {MOST_SECONDS} seconds, not {every_s}.</source>
   <translation>Entre deux passages il y a {LEAST_SECONDS} à {MOST_SECONDS} secondes, pas {every_s}.</translation>
  </message>
  <message>
   <source>Both must be of one order, to one address, and both planned or both reserved.</source>
   <translation>Il faut la même commande, la même adresse, et le même état : prévu ou réservé.</translation>
  </message>
  <message>
   <source>Box {carton} bears {bears_g}; its goods weigh {goods_g}.</source>
   <translation>Le carton {carton} supporte {bears_g} ; ses articles pèsent {goods_g}.</translation>
  </message>
  <message>
   <source>Box {name} again.</source>
   <translation>De nouveau le carton {name}.</translation>
  </message>
  <message>
   <source>Box {name} is not in use any more.</source>
   <translation>Le carton {name} n’est plus en service.</translation>
  </message>
  <message>
   <source>Box {name} is taken.</source>
   <translation>Carton {name} choisi.</translation>
  </message>
  <message>
   <source>Bring a backup back, or ask for help; nothing was changed.</source>
   <translation>Restaurez une sauvegarde, ou demandez de l’aide ; rien n’a été modifié.</translation>
  </message>
  <message>
   <source>Call a supervisor.</source>
   <translation>Appelez un responsable.</translation>
  </message>
  <message>
   <source>Cancel it, and enter it in the other one.</source>
   <translation>Annulez-la et saisissez-la dans l’autre.</translation>
  </message>
  <message>
   <source>Cancel the lines that are still open.</source>
   <translation>Annulez les lignes encore ouvertes.</translation>
  </message>
  <message>
   <source>Change or cancel the order itself.</source>
   <translation>Modifiez ou annulez la commande elle-même.</translation>
  </message>
  <message>
   <source>Change that order, or give this one another number.</source>
   <translation>Modifiez cette commande-là, ou donnez un autre numéro à celle-ci.</translation>
  </message>
  <message>
   <source>Change the carrier of the shipment itself.</source>
   <translation>Changez le transporteur de l’expédition elle-même.</translation>
  </message>
  <message>
   <source>Check --database; the file was not touched.</source>
   <translation>Vérifiez --database ; le fichier n’a pas été touché.</translation>
  </message>
  <message>
   <source>Check host and port; letters that were not taken in lie there still.</source>
   <translation>Vérifiez l’hôte et le port ; les lettres qui n’ont pas été prises y sont encore.</translation>
  </message>
  <message>
   <source>Check its name, or make it: main.py server init URL.</source>
   <translation>Vérifiez son nom, ou créez-la : main.py server init URL.</translation>
  </message>
  <message>
   <source>Check its name; INBOX is there always.</source>
   <translation>Vérifiez son nom ; INBOX existe toujours.</translation>
  </message>
  <message>
   <source>Check its path and rights at this desk.</source>
   <translation>Vérifiez son chemin et ses droits à ce poste.</translation>
  </message>
  <message>
   <source>Check its path.</source>
   <translation>Vérifiez le chemin.</translation>
  </message>
  <message>
   <source>Check login and password; an administrator can reset it.</source>
   <translation>Vérifiez l’identifiant et le mot de passe ; un administrateur peut le réinitialiser.</translation>
  </message>
  <message>
   <source>Check quantities and prices.</source>
   <translation>Vérifiez les quantités et les prix.</translation>
  </message>
  <message>
   <source>Check quantity and price.</source>
   <translation>Vérifiez la quantité et le prix.</translation>
  </message>
  <message>
   <source>Check server and port in the database URL.</source>
   <translation>Vérifiez le serveur et le port dans l’adresse de la base.</translation>
  </message>
  <message>
   <source>Check sslmode in the database URL with the server's administrator.</source>
   <translation>Vérifiez sslmode dans l’adresse de la base avec l’administrateur du serveur.</translation>
  </message>
  <message>
   <source>Check that it is switched on and connected.</source>
   <translation>Vérifiez qu’elle est allumée et branchée.</translation>
  </message>
  <message>
   <source>Check that you may write the file and its folder.</source>
   <translation>Vérifiez que vous pouvez écrire le fichier et son dossier.</translation>
  </message>
  <message>
   <source>Check the address of the customer.</source>
   <translation>Vérifier l’adresse du client.</translation>
  </message>
  <message>
   <source>Check the carrier's file and the time zone of the profile.</source>
   <translation>Vérifier le fichier du transporteur et le fuseau horaire du profil.</translation>
  </message>
  <message>
   <source>Check the count, and whether the goods belong to another order.</source>
   <translation>Vérifiez le compte, et si la marchandise vient d’une autre commande.</translation>
  </message>
  <message>
   <source>Check the disk and its rights, then repeat the step.</source>
   <translation>Vérifiez le disque et ses droits, puis refaites l’étape.</translation>
  </message>
  <message>
   <source>Check the line and try again.</source>
   <translation>Vérifiez la liaison et réessayez.</translation>
  </message>
  <message>
   <source>Check the line; the step can be repeated and is not done twice.</source>
   <translation>Vérifiez la liaison ; l’étape peut être répétée, elle ne comptera qu’une fois.</translation>
  </message>
  <message>
   <source>Check the login and the password.</source>
   <translation>Vérifiez l’identifiant et le mot de passe.</translation>
  </message>
  <message>
   <source>Check the path, and that you may read and write the file and its folder.</source>
   <translation>Vérifiez le chemin, et que vous pouvez lire et écrire le fichier et son dossier.</translation>
  </message>
  <message>
   <source>Check the path.</source>
   <translation>Vérifiez le chemin.</translation>
  </message>
  <message>
   <source>Check the place, or count it.</source>
   <translation>Vérifiez l’emplacement, ou comptez-le.</translation>
  </message>
  <message>
   <source>Check the quantity.</source>
   <translation>Vérifiez la quantité.</translation>
  </message>
  <message>
   <source>Check the server's name and the network.</source>
   <translation>Vérifiez le nom du serveur et le réseau.</translation>
  </message>
  <message>
   <source>Check what stands behind its question mark.</source>
   <translation>Vérifiez ce qui suit le point d’interrogation.</translation>
  </message>
  <message>
   <source>Check who may read and write there.</source>
   <translation>Vérifiez qui peut y lire et y écrire.</translation>
  </message>
  <message>
   <source>Check who may write there.</source>
   <translation>Vérifiez qui a le droit d’y écrire.</translation>
  </message>
  <message>
   <source>Choose a PNG or JPEG file of at most 512 kB and 4 million points.</source>
   <translation>Choisissez un fichier PNG ou JPEG de 512 ko et 4 millions de points au plus.</translation>
  </message>
  <message>
   <source>Choose a PNG, JPEG or plain SVG file of at most 1 MB and 4096 x 4096 points.</source>
   <translation>Choisissez un fichier PNG, JPEG ou SVG simple, de 1 Mo et 4096 x 4096 points au plus.</translation>
  </message>
  <message>
   <source>Choose a screen that has commands.</source>
   <translation>Choisissez un écran qui a des commandes.</translation>
  </message>
  <message>
   <source>Choose an order of this customer.</source>
   <translation>Choisissez une commande de ce client.</translation>
  </message>
  <message>
   <source>Choose an order that was delivered.</source>
   <translation>Choisissez une commande qui a été livrée.</translation>
  </message>
  <message>
   <source>Choose another carrier.</source>
   <translation>Choisissez un autre transporteur.</translation>
  </message>
  <message>
   <source>Choose another code, or use that desk.</source>
   <translation>Choisissez un autre code, ou utilisez ce poste.</translation>
  </message>
  <message>
   <source>Choose another code.</source>
   <translation>Choisissez un autre code.</translation>
  </message>
  <message>
   <source>Choose another database.</source>
   <translation>Choisissez une autre base.</translation>
  </message>
  <message>
   <source>Choose another field.</source>
   <translation>Choisissez un autre champ.</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>Choisissez un autre fichier.</translation>
  </message>
  <message>
   <source>Choose another folder, or close the program that has the file open.</source>
   <translation>Choisissez un autre dossier, ou fermez le programme qui utilise le fichier.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>Choose another login.</source>
   <translation>Choisissez un autre identifiant.</translation>
  </message>
  <message>
   <source>Choose another login; it was not touched.</source>
   <translation>Choisissez un autre identifiant ; celui-ci n’a pas été touché.</translation>
  </message>
  <message>
   <source>Choose another name, or change that one.</source>
   <translation>Choisissez un autre nom, ou modifiez celle-là.</translation>
  </message>
  <message>
   <source>Choose another name; nothing is overwritten.</source>
   <translation>Choisissez un autre nom ; rien n’est écrasé.</translation>
  </message>
  <message>
   <source>Choose another one.</source>
   <translation>Choisissez-en un autre.</translation>
  </message>
  <message>
   <source>Choose another parcel.</source>
   <translation>Choisissez un autre colis.</translation>
  </message>
  <message>
   <source>Choose another place.</source>
   <translation>Choisissez un autre endroit.</translation>
  </message>
  <message>
   <source>Choose another service.</source>
   <translation>Choisissez un autre service.</translation>
  </message>
  <message>
   <source>Choose at least one day; Monday is 1 and Sunday 7, as in 12345.</source>
   <translation>Choisissez au moins un jour ; lundi est 1 et dimanche 7, comme dans 12345.</translation>
  </message>
  <message>
   <source>Choose en or fr.</source>
   <translation>Choisissez en ou fr.</translation>
  </message>
  <message>
   <source>Choose fewer conditions or columns.</source>
   <translation>Choisissez moins de conditions ou de colonnes.</translation>
  </message>
  <message>
   <source>Choose goods of another place or lot.</source>
   <translation>Choisissez un autre emplacement ou un autre lot.</translation>
  </message>
  <message>
   <source>Choose one from the list of printers.</source>
   <translation>Choisissez-en une dans la liste des imprimantes.</translation>
  </message>
  <message>
   <source>Choose one from the list.</source>
   <translation>Choisissez dans la liste.</translation>
  </message>
  <message>
   <source>Choose one of the list.</source>
   <translation>Choisissez dans la liste.</translation>
  </message>
  <message>
   <source>Choose one of {value}, for labels of parcels and pallets.</source>
   <translation>Choix, pour les étiquettes de colis et de palettes : {value}.</translation>
  </message>
  <message>
   <source>Choose one of {value}, or * for every other.</source>
   <translation>Choisissez parmi {value}, ou * pour tous les autres.</translation>
  </message>
  <message>
   <source>Choose one of {value}.</source>
   <translation>Choisissez parmi {value}.</translation>
  </message>
  <message>
   <source>Choose places first.</source>
   <translation>Choisissez d’abord des emplacements.</translation>
  </message>
  <message>
   <source>Choose shipments of one warehouse.</source>
   <translation>Choisissez des expéditions d’un seul entrepôt.</translation>
  </message>
  <message>
   <source>Choose some of the pieces.</source>
   <translation>Choisissez une partie des pièces.</translation>
  </message>
  <message>
   <source>Choose the desk's printer anew.</source>
   <translation>Choisissez à nouveau l’imprimante du poste.</translation>
  </message>
  <message>
   <source>Choose the order that is exchanged, or make this one a sale.</source>
   <translation>Choisissez la commande échangée, ou faites de celle-ci une vente.</translation>
  </message>
  <message>
   <source>Choose the service.</source>
   <translation>Choisissez le service.</translation>
  </message>
  <message>
   <source>Choose today or a later day.</source>
   <translation>Choisissez aujourd’hui ou un jour suivant.</translation>
  </message>
  <message>
   <source>Choose {value}.</source>
   <translation>Choisissez {value}.</translation>
  </message>
  <message>
   <source>Class {main} has no packing groups.</source>
   <translation>La classe {main} n’a pas de groupe d’emballage.</translation>
  </message>
  <message>
   <source>Close a parcel first.</source>
   <translation>Fermez d’abord un colis.</translation>
  </message>
  <message>
   <source>Close it and print its label.</source>
   <translation>Fermez-le et imprimez son étiquette.</translation>
  </message>
  <message>
   <source>Close it first.</source>
   <translation>Fermez-le d’abord.</translation>
  </message>
  <message>
   <source>Close it when they are done.</source>
   <translation>Clôturez quand ils auront fini.</translation>
  </message>
  <message>
   <source>Close or cancel what is open, then erase.</source>
   <translation>Clôturez ou annulez ce qui est ouvert, puis effacez.</translation>
  </message>
  <message>
   <source>Close the pick-up first.</source>
   <translation>Clôturez d’abord l’enlèvement.</translation>
  </message>
  <message>
   <source>Compare the printed lot and date; a misread separator joins them.</source>
   <translation>Comparez le lot et la date imprimés ; un séparateur mal lu les colle.</translation>
  </message>
  <message>
   <source>Compare with the goods.</source>
   <translation>Comparez avec la marchandise.</translation>
  </message>
  <message>
   <source>Confirm it first.</source>
   <translation>Confirmez-la d’abord.</translation>
  </message>
  <message>
   <source>Convert one of them first, or keep the documents apart.</source>
   <translation>Convertissez d’abord l’un des deux, ou séparez les documents.</translation>
  </message>
  <message>
   <source>Correct it with a new entry or with undo.</source>
   <translation>Corrigez par une nouvelle saisie ou par une annulation.</translation>
  </message>
  <message>
   <source>Count again.</source>
   <translation>Recomptez.</translation>
  </message>
  <message>
   <source>Count the place, or take the goods from another one.</source>
   <translation>Comptez l’emplacement, ou prélevez ailleurs.</translation>
  </message>
  <message>
   <source>Count the place.</source>
   <translation>Comptez l’emplacement.</translation>
  </message>
  <message>
   <source>Customer {code} was changed at another desk.</source>
   <translation>Le client {code} a été modifié à un autre poste.</translation>
  </message>
  <message>
   <source>Customer {customer_code} is blocked.</source>
   <translation>Le client {customer_code} est bloqué.</translation>
  </message>
  <message>
   <source>Customer {customer} cannot be erased: {what} {named} is still open.</source>
   <translation>Le client {customer} ne peut pas être effacé : {what} {named} est encore ouvert.</translation>
  </message>
  <message>
   <source>Customer {customer} is blocked.</source>
   <translation>Le client {customer} est bloqué.</translation>
  </message>
  <message>
   <source>Customer {customer} was erased on request; nothing more is kept of them.</source>
   <translation>Les données du client {customer} ont été effacées à sa demande ; on n’en garde plus rien.</translation>
  </message>
  <message>
   <source>Dangerous goods have a UN number.</source>
   <translation>Les marchandises dangereuses ont un numéro ONU.</translation>
  </message>
  <message>
   <source>Decide the questions of one order at a time.</source>
   <translation>Réglez les questions d’une commande à la fois.</translation>
  </message>
  <message>
   <source>Delete one that you do not need any more.</source>
   <translation>Supprimez-en une dont vous n’avez plus besoin.</translation>
  </message>
  <message>
   <source>Deliveries, returns, counts</source>
   <translation>Livraisons, retours, inventaires</translation>
  </message>
  <message>
   <source>Desk {desk} called, not this one.</source>
   <translation>C’est le poste {desk} qui a appelé, pas celui-ci.</translation>
  </message>
  <message>
   <source>Did you mean {close}? Profiles here: none. A profile of your own is named by its path, ending in .toml.</source>
   <translation>Vouliez-vous dire {close} ? Aucun profil ici. Un profil à vous se désigne par son chemin, terminé par .toml.</translation>
  </message>
  <message>
   <source>Did you mean {close}? Profiles here: {value}. A profile of your own is named by its path, ending in .toml.</source>
   <translation>Vouliez-vous dire {close} ? Profils ici : {value}. Un profil à vous se désigne par son chemin, terminé par .toml.</translation>
  </message>
  <message>
   <source>Divide its goods over lighter parcels.</source>
   <translation>Répartissez son contenu dans des colis plus légers.</translation>
  </message>
  <message>
   <source>Empty the place first.</source>
   <translation>Videz d’abord l’emplacement.</translation>
  </message>
  <message>
   <source>Enter 0 to {LONGEST_PAYMENT} days.</source>
   <translation>Indiquez 0 à {LONGEST_PAYMENT} jours.</translation>
  </message>
  <message>
   <source>Enter 0 to {value}, or confirm the whole line.</source>
   <translation>Saisissez 0 à {value}, ou validez la ligne entière.</translation>
  </message>
  <message>
   <source>Enter 1 or more, at most what is in the line.</source>
   <translation>Saisissez 1 ou plus, au plus la quantité de la ligne.</translation>
  </message>
  <message>
   <source>Enter 1 or more.</source>
   <translation>Saisissez 1 ou plus.</translation>
  </message>
  <message>
   <source>Enter 1 to {left}.</source>
   <translation>Saisissez 1 à {left}.</translation>
  </message>
  <message>
   <source>Enter 1 to {qty}.</source>
   <translation>Saisissez 1 à {qty}.</translation>
  </message>
  <message>
   <source>Enter an amount.</source>
   <translation>Indiquez un montant.</translation>
  </message>
  <message>
   <source>Enter grams.</source>
   <translation>Indiquez des grammes.</translation>
  </message>
  <message>
   <source>Enter it as a quote, or place it as an order.</source>
   <translation>Saisissez un devis, ou passez une commande.</translation>
  </message>
  <message>
   <source>Enter it first.</source>
   <translation>Saisissez-la d’abord.</translation>
  </message>
  <message>
   <source>Enter it with the delivery address, or call them.</source>
   <translation>La saisir avec l’adresse de livraison, ou appeler.</translation>
  </message>
  <message>
   <source>Enter it, then try again.</source>
   <translation>Le saisir, puis réessayer.</translation>
  </message>
  <message>
   <source>Enter its 7 to 10 digits.</source>
   <translation>Saisissez ses 7 à 10 chiffres.</translation>
  </message>
  <message>
   <source>Enter more than that, or less to cancel pieces.</source>
   <translation>Saisissez davantage, ou moins pour annuler des pièces.</translation>
  </message>
  <message>
   <source>Enter the 4 to 12 digits that GS1 gave to the company.</source>
   <translation>Saisissez les 4 à 12 chiffres attribués par GS1.</translation>
  </message>
  <message>
   <source>Enter the GLN.</source>
   <translation>Saisir le GLN.</translation>
  </message>
  <message>
   <source>Enter the SKU as it stands in the catalogue.</source>
   <translation>Saisissez la référence du catalogue.</translation>
  </message>
  <message>
   <source>Enter the amount.</source>
   <translation>Indiquez le montant.</translation>
  </message>
  <message>
   <source>Enter the day.</source>
   <translation>Saisissez le jour.</translation>
  </message>
  <message>
   <source>Enter the lot printed beside the date.</source>
   <translation>Saisissez le lot imprimé près de la date.</translation>
  </message>
  <message>
   <source>Enter the number of one of their orders, or none.</source>
   <translation>Saisissez le numéro d’une de ses commandes, ou rien.</translation>
  </message>
  <message>
   <source>Enter the price for this order.</source>
   <translation>Saisissez le prix pour cette commande.</translation>
  </message>
  <message>
   <source>Enter the {what}.</source>
   <translation>À saisir : {what}.</translation>
  </message>
  <message>
   <source>Enter what is to remain of the line.</source>
   <translation>Saisissez ce qui doit rester de la ligne.</translation>
  </message>
  <message>
   <source>Enter what the customer pays.</source>
   <translation>Saisissez ce que paie le client.</translation>
  </message>
  <message>
   <source>Enter what the line is to hold.</source>
   <translation>Saisissez la quantité voulue pour la ligne.</translation>
  </message>
  <message>
   <source>Enter your PIN.</source>
   <translation>Saisissez votre code PIN.</translation>
  </message>
  <message>
   <source>Enter zero or more.</source>
   <translation>Saisissez zéro ou plus.</translation>
  </message>
  <message>
   <source>Exchange the two.</source>
   <translation>Inversez les deux.</translation>
  </message>
  <message>
   <source>Fill both in, or take ours back.</source>
   <translation>Remplissez les deux, ou reprenez la nôtre.</translation>
  </message>
  <message>
   <source>Finish packing it first.</source>
   <translation>Terminez d’abord l’emballage.</translation>
  </message>
  <message>
   <source>Formats are {known}; name one if it should be.</source>
   <translation>Les formats sont {known} ; nommez-en un si c’en est un.</translation>
  </message>
  <message>
   <source>Free goods are asked for: {qty}.</source>
   <translation>Des unités gratuites sont demandées : {qty}.</translation>
  </message>
  <message>
   <source>Freight is zero or more.</source>
   <translation>Le port vaut zéro ou plus.</translation>
  </message>
  <message>
   <source>Give 7, 11, 12 or 13 digits that are not all zeros, without the check digit.</source>
   <translation>Donnez 7, 11, 12 ou 13 chiffres, pas tous nuls, sans la clé de contrôle.</translation>
  </message>
  <message>
   <source>Give a tracking number.</source>
   <translation>Donner un numéro de suivi.</translation>
  </message>
  <message>
   <source>Give at least one line.</source>
   <translation>Donnez au moins une ligne.</translation>
  </message>
  <message>
   <source>Give how many more or fewer there are.</source>
   <translation>Indiquez combien il y en a en plus ou en moins.</translation>
  </message>
  <message>
   <source>Give it 1 to {MOST_VALUES}.</source>
   <translation>Donnez-en de 1 à {MOST_VALUES}.</translation>
  </message>
  <message>
   <source>Give it one, then add it.</source>
   <translation>Donnez-lui un nom, puis ajoutez-le.</translation>
  </message>
  <message>
   <source>Give one piece or more.</source>
   <translation>Donnez une pièce ou plus.</translation>
  </message>
  <message>
   <source>Give the box a barcode of its own.</source>
   <translation>Donnez au carton un code-barres à lui.</translation>
  </message>
  <message>
   <source>Give the lot from the goods.</source>
   <translation>Relevez le lot sur la marchandise.</translation>
  </message>
  <message>
   <source>Give the other by another rule.</source>
   <translation>Donnez l’autre par une autre règle.</translation>
  </message>
  <message>
   <source>Give the other product its own code, or take this one away from it first.</source>
   <translation>Donnez un autre code à l’autre article, ou retirez-lui d’abord celui-ci.</translation>
  </message>
  <message>
   <source>Give the place a shorter barcode.</source>
   <translation>Donnez à l’emplacement un code-barres plus court.</translation>
  </message>
  <message>
   <source>Give the place a shorter code.</source>
   <translation>Donnez à l’emplacement un code plus court.</translation>
  </message>
  <message>
   <source>Give {KEY_DAYS} or more.</source>
   <translation>Donnez {KEY_DAYS} ou plus.</translation>
  </message>
  <message>
   <source>Go on packing.</source>
   <translation>Continuez l’emballage.</translation>
  </message>
  <message>
   <source>Go on scanning at the bench.</source>
   <translation>Continuez à scanner au poste d’emballage.</translation>
  </message>
  <message>
   <source>Go on scanning into it, or drop it.</source>
   <translation>Continuez à y scanner, ou supprimez-le.</translation>
  </message>
  <message>
   <source>Goods are judged once they were received.</source>
   <translation>La marchandise se contrôle après sa réception.</translation>
  </message>
  <message>
   <source>Goods are moved between real places of one warehouse.</source>
   <translation>La marchandise se déplace entre emplacements réels d’un même entrepôt.</translation>
  </message>
  <message>
   <source>Goods are not on the way for less than no day.</source>
   <translation>Le délai de transport vaut zéro jour ou plus.</translation>
  </message>
  <message>
   <source>Goods are not on the way for more than {LONGEST_TRANSIT} days.</source>
   <translation>Le délai de transport ne dépasse pas {LONGEST_TRANSIT} jours.</translation>
  </message>
  <message>
   <source>Goods are not set aside in {code}.</source>
   <translation>On ne met rien de côté en {code}.</translation>
  </message>
  <message>
   <source>Goods come back on an authorised return.</source>
   <translation>La marchandise revient avec une autorisation de retour.</translation>
  </message>
  <message>
   <source>Goods lie in {code}: it cannot be taken out of use.</source>
   <translation>Il y a de la marchandise en {code} : l’emplacement reste en service.</translation>
  </message>
  <message>
   <source>Goods lie or lay in {code}: what kind of place it is stays as it is.</source>
   <translation>Il y a ou il y a eu de la marchandise en {code} : le type d’emplacement ne change pas.</translation>
  </message>
  <message>
   <source>Goods lie or once lay in this place; what it is cannot be changed.</source>
   <translation>Il y a ou il y a eu de la marchandise à cet emplacement ; son type ne change pas.</translation>
  </message>
  <message>
   <source>Goods of class {main} do not travel in limited quantities.</source>
   <translation>Les marchandises de classe {main} ne voyagent pas en quantités limitées.</translation>
  </message>
  <message>
   <source>Goods of grade {grade} do not go to {disposition}.</source>
   <translation>Grade {grade} : décision « {disposition} » impossible.</translation>
  </message>
  <message>
   <source>Goods of return {number} were judged already.</source>
   <translation>De la marchandise du retour {number} a déjà été contrôlée.</translation>
  </message>
  <message>
   <source>Goods of this shipment were asked back; it waits until they are put back.</source>
   <translation>Des articles de cette expédition sont à rendre ; elle attend qu’ils soient remis en place.</translation>
  </message>
  <message>
   <source>Goods that expire need a lot.</source>
   <translation>Une marchandise périssable a besoin d’un lot.</translation>
  </message>
  <message>
   <source>Grades are {value}; dispositions {value2}.</source>
   <translation>Grades : {value} ; décisions : {value2}.</translation>
  </message>
  <message>
   <source>Half a year of closed orders</source>
   <translation>Six mois de commandes clôturées</translation>
  </message>
  <message>
   <source>Hand nothing over. Ask for the message with the code, or call a supervisor.</source>
   <translation>Ne remettez rien. Demandez le message avec le code, ou appelez un responsable.</translation>
  </message>
  <message>
   <source>Hand that pick-up over, or take them off it.</source>
   <translation>Remettez cet enlèvement, ou déchargez-les.</translation>
  </message>
  <message>
   <source>Have it asked when orders arrive, or when they are changed.</source>
   <translation>Appliquez-la à l’arrivée des commandes, ou à leur modification.</translation>
  </message>
  <message>
   <source>Have the carrier write the answer again; it is looked for by itself.</source>
   <translation>Demandez au transporteur d’écrire à nouveau la réponse ; elle est cherchée automatiquement.</translation>
  </message>
  <message>
   <source>How many pieces one {unit} of article {article} has is not known.</source>
   <translation>On ne sait pas combien de pièces compte un {unit} de l’article {article}.</translation>
  </message>
  <message>
   <source>Import the file again.</source>
   <translation>Importez à nouveau le fichier.</translation>
  </message>
  <message>
   <source>Import the files again.</source>
   <translation>Importez à nouveau les fichiers.</translation>
  </message>
  <message>
   <source>Import the files again; nothing of them was kept.</source>
   <translation>Importez à nouveau les fichiers ; rien n’en a été gardé.</translation>
  </message>
  <message>
   <source>Install CUPS (cups-client), or choose another kind of printer.</source>
   <translation>Installez CUPS (cups-client), ou choisissez un autre type d’imprimante.</translation>
  </message>
  <message>
   <source>Install PostgreSQL's client programs.</source>
   <translation>Installez les programmes clients de PostgreSQL.</translation>
  </message>
  <message>
   <source>Install the newer program.</source>
   <translation>Installez la version récente du programme.</translation>
  </message>
  <message>
   <source>Install the newer program; nothing was written.</source>
   <translation>Installez la version récente du programme ; rien n’a été écrit.</translation>
  </message>
  <message>
   <source>It breaks the rule {rule}.</source>
   <translation>Règle enfreinte : {rule}.</translation>
  </message>
  <message>
   <source>It can still be printed.</source>
   <translation>Elle peut encore être imprimée.</translation>
  </message>
  <message>
   <source>It could not be sent within {FRESH_DAYS} days.</source>
   <translation>Il n’a pas pu être envoyé en {FRESH_DAYS} jours.</translation>
  </message>
  <message>
   <source>It covers {covered}. Add [{kind}].</source>
   <translation>Il couvre {covered}. Ajoutez [{kind}].</translation>
  </message>
  <message>
   <source>It goes with another service.</source>
   <translation>L’envoi part avec un autre service.</translation>
  </message>
  <message>
   <source>It had a label and stays.</source>
   <translation>Il a déjà porté une étiquette et reste.</translation>
  </message>
  <message>
   <source>It has 13 digits.</source>
   <translation>Il a 13 chiffres.</translation>
  </message>
  <message>
   <source>It has letters and digits, at most 20.</source>
   <translation>Il a des lettres et des chiffres, 20 au plus.</translation>
  </message>
  <message>
   <source>It has {known}.</source>
   <translation>Elle a {known}.</translation>
  </message>
  <message>
   <source>It is from 0 to 100 %; write 15 % as 0.15.</source>
   <translation>Elle va de 0 à 100 % ; écrivez 15 % comme 0.15.</translation>
  </message>
  <message>
   <source>It is gone on with.</source>
   <translation>La préparation continue.</translation>
  </message>
  <message>
   <source>It is held for this already.</source>
   <translation>Elle est déjà bloquée pour cela.</translation>
  </message>
  <message>
   <source>It is looked for by itself. Have the carrier write it again if it stays so.</source>
   <translation>Il est recherché tout seul. Si cela dure, demander au transporteur de l’écrire à nouveau.</translation>
  </message>
  <message>
   <source>It is looked for by itself; go on with the next parcel.</source>
   <translation>Elle est cherchée automatiquement ; continuez avec le colis suivant.</translation>
  </message>
  <message>
   <source>It is often the mail address.</source>
   <translation>C’est souvent l’adresse électronique.</translation>
  </message>
  <message>
   <source>It is paid back once everything that came was judged.</source>
   <translation>Le remboursement vient après le contrôle de tout ce qui est revenu.</translation>
  </message>
  <message>
   <source>It is tried again by itself.</source>
   <translation>Un nouvel essai se fait tout seul.</translation>
  </message>
  <message>
   <source>It is tried again by itself. Check the settings if it stays so.</source>
   <translation>Un nouvel essai se fait tout seul. Vérifier les réglages si cela dure.</translation>
  </message>
  <message>
   <source>It is {PREFIX} and at least four letters and digits.</source>
   <translation>C’est {PREFIX} suivi d’au moins quatre lettres et chiffres.</translation>
  </message>
  <message>
   <source>It leaves with its carrier, or by own delivery.</source>
   <translation>Elle part avec son transporteur, ou par nos soins.</translation>
  </message>
  <message>
   <source>It stays within the customs territory.</source>
   <translation>Elle reste dans le territoire douanier.</translation>
  </message>
  <message>
   <source>It takes no value.</source>
   <translation>Ceci ne prend pas de valeur.</translation>
  </message>
  <message>
   <source>It takes the server administrator's login; check the disk as well.</source>
   <translation>Il faut l’identifiant de l’administrateur du serveur ; vérifiez aussi le disque.</translation>
  </message>
  <message>
   <source>It was so already.</source>
   <translation>C’était déjà ainsi.</translation>
  </message>
  <message>
   <source>Its pg_hba.conf needs a line for this login, this database and this computer's address.</source>
   <translation>Son pg_hba.conf a besoin d’une ligne pour cet identifiant, cette base et l’adresse de cet ordinateur.</translation>
  </message>
  <message>
   <source>Labels are not made as {form} for {document}.</source>
   <translation>Pas d’étiquettes au format {form} pour {document}.</translation>
  </message>
  <message>
   <source>Leave it empty for a barcode made of the code.</source>
   <translation>Laissez le champ vide : le code-barres sera formé du code.</translation>
  </message>
  <message>
   <source>Leave it to that desk.</source>
   <translation>Laissez-la à ce poste.</translation>
  </message>
  <message>
   <source>Leave the packing group empty.</source>
   <translation>Laissez le groupe d’emballage vide.</translation>
  </message>
  <message>
   <source>Leave the price empty, or make it a sale.</source>
   <translation>Laissez le prix vide, ou faites-en une vente.</translation>
  </message>
  <message>
   <source>Leave the shipment at the bench first.</source>
   <translation>Quittez d’abord l’expédition au poste d’emballage.</translation>
  </message>
  <message>
   <source>Let a supervisor make the standard reasons first.</source>
   <translation>Faites d’abord créer les motifs standard par un responsable.</translation>
  </message>
  <message>
   <source>Let it be drawn again.</source>
   <translation>Faites signer à nouveau.</translation>
  </message>
  <message>
   <source>Let the driver sign on the screen, or type the driver's name.</source>
   <translation>Faites signer le chauffeur à l’écran, ou saisissez son nom.</translation>
  </message>
  <message>
   <source>Let the line hold more again, if they are wanted.</source>
   <translation>Augmentez de nouveau la ligne si on les veut.</translation>
  </message>
  <message>
   <source>Let them take it back.</source>
   <translation>Laissez-le annuler.</translation>
  </message>
  <message>
   <source>Letters are not written in {language}.</source>
   <translation>Les lettres ne s’écrivent pas en {language}.</translation>
  </message>
  <message>
   <source>Line {first} has a price for this quantity and day already.</source>
   <translation>La ligne {first} a déjà un prix pour cette quantité et ce jour.</translation>
  </message>
  <message>
   <source>Line {value} says the same already.</source>
   <translation>La ligne {value} dit déjà la même chose.</translation>
  </message>
  <message>
   <source>Load them too, or hand over without them: those shipments stay open until the rest leaves.</source>
   <translation>Chargez-les aussi, ou remettez sans eux : ces expéditions restent ouvertes jusqu’au départ du reste.</translation>
  </message>
  <message>
   <source>Look at it again, then repeat your change.</source>
   <translation>Relisez la fiche, puis refaites la modification.</translation>
  </message>
  <message>
   <source>Look at it again.</source>
   <translation>Regardez à nouveau.</translation>
  </message>
  <message>
   <source>Look at it again; another desk may have been first.</source>
   <translation>Regardez à nouveau ; un autre poste a pu passer avant.</translation>
  </message>
  <message>
   <source>Look at its parcels; what is wrong in them is taken out by its scan (F5).</source>
   <translation>Regardez ses colis ; ce qui n’y va pas se retire en le scannant (F5).</translation>
  </message>
  <message>
   <source>Look at its pick list: what is no longer wanted stands there.</source>
   <translation>Regardez son bon de prélèvement : ce qui n’est plus voulu y figure.</translation>
  </message>
  <message>
   <source>Look at its queue.</source>
   <translation>Regardez sa file d’attente.</translation>
  </message>
  <message>
   <source>Look at its stock again.</source>
   <translation>Regardez à nouveau son stock.</translation>
  </message>
  <message>
   <source>Look at the drive or share that it lies on; it is tried again by itself.</source>
   <translation>Vérifiez le disque ou le partage où il se trouve ; un nouvel essai se fait tout seul.</translation>
  </message>
  <message>
   <source>Look at the file; it may not be written yet.</source>
   <translation>Regardez le fichier ; il n’est peut-être pas encore écrit.</translation>
  </message>
  <message>
   <source>Look at the first page.</source>
   <translation>Regardez la première page.</translation>
  </message>
  <message>
   <source>Look at the folder again.</source>
   <translation>Regardez de nouveau le dossier.</translation>
  </message>
  <message>
   <source>Look at the folder of the carrier.</source>
   <translation>Regarder le dossier du transporteur.</translation>
  </message>
  <message>
   <source>Look at the folder of the source.</source>
   <translation>Regardez le dossier de la source.</translation>
  </message>
  <message>
   <source>Look at the list again.</source>
   <translation>Regardez à nouveau la liste.</translation>
  </message>
  <message>
   <source>Look at the list of people.</source>
   <translation>Regardez la liste des personnes.</translation>
  </message>
  <message>
   <source>Look at the list of reasons.</source>
   <translation>Regardez la liste des motifs.</translation>
  </message>
  <message>
   <source>Look at the notes again.</source>
   <translation>Regardez de nouveau les notes.</translation>
  </message>
  <message>
   <source>Look at the order again.</source>
   <translation>Regardez à nouveau la commande.</translation>
  </message>
  <message>
   <source>Look at the order again; another desk may have been first.</source>
   <translation>Revoyez la commande ; un autre poste vous a peut-être devancé.</translation>
  </message>
  <message>
   <source>Look at the parcel's goods.</source>
   <translation>Regardez le contenu du colis.</translation>
  </message>
  <message>
   <source>Look at the path and its rights.</source>
   <translation>Regardez le chemin et ses droits.</translation>
  </message>
  <message>
   <source>Look at the pick list again; another desk was first.</source>
   <translation>Regardez de nouveau le bon ; un autre poste a été plus rapide.</translation>
  </message>
  <message>
   <source>Look at the printer, then say whether it did.</source>
   <translation>Regardez l’imprimante, puis dites si le document est sorti.</translation>
  </message>
  <message>
   <source>Look at the queue again.</source>
   <translation>Regardez à nouveau la file.</translation>
  </message>
  <message>
   <source>Look at the return.</source>
   <translation>Regardez le retour.</translation>
  </message>
  <message>
   <source>Look at the shipment again.</source>
   <translation>Regardez l’expédition à nouveau.</translation>
  </message>
  <message>
   <source>Look at the stock card.</source>
   <translation>Regardez la fiche de stock.</translation>
  </message>
  <message>
   <source>Look at their account, and close or cancel what is open.</source>
   <translation>Regardez son compte, et clôturez ou annulez ce qui est ouvert.</translation>
  </message>
  <message>
   <source>Look at them again.</source>
   <translation>Regardez-les à nouveau.</translation>
  </message>
  <message>
   <source>Look into the outbox; write by hand what is new.</source>
   <translation>Regarder dans la boîte d’envoi ; écrire à la main ce qui est nouveau.</translation>
  </message>
  <message>
   <source>Look into the system's print queue.</source>
   <translation>Regardez la file d’impression du système.</translation>
  </message>
  <message>
   <source>Look it up again.</source>
   <translation>Recherchez à nouveau.</translation>
  </message>
  <message>
   <source>Look it up instead of making it again.</source>
   <translation>Recherchez-le au lieu de le créer à nouveau.</translation>
  </message>
  <message>
   <source>Look its number up.</source>
   <translation>Recherchez son numéro.</translation>
  </message>
  <message>
   <source>Look the purchase order up again.</source>
   <translation>Recherchez à nouveau la commande fournisseur.</translation>
  </message>
  <message>
   <source>Look the serial number up, or count the place.</source>
   <translation>Recherchez le numéro de série, ou comptez l’emplacement.</translation>
  </message>
  <message>
   <source>Look the serial number up.</source>
   <translation>Recherchez le numéro de série.</translation>
  </message>
  <message>
   <source>Look them up again.</source>
   <translation>Recherchez-les à nouveau.</translation>
  </message>
  <message>
   <source>Look where the piece is.</source>
   <translation>Cherchez où est la pièce.</translation>
  </message>
  <message>
   <source>Look whether all is in it and nothing else, and weigh again; or accept the weight with a reason.</source>
   <translation>Regardez si tout y est et rien d’autre, et pesez encore ; ou acceptez le poids avec un motif.</translation>
  </message>
  <message>
   <source>Lot {lot_code} is given with two expiry dates.</source>
   <translation>Le lot {lot_code} est donné avec deux dates de péremption.</translation>
  </message>
  <message>
   <source>Lot {lot} expires on {known}, not on {given}.</source>
   <translation>Le lot {lot} expire le {known}, pas le {given}.</translation>
  </message>
  <message>
   <source>Make a new badge.</source>
   <translation>Créez un nouveau badge.</translation>
  </message>
  <message>
   <source>Make a new entry instead.</source>
   <translation>Faites plutôt une nouvelle saisie.</translation>
  </message>
  <message>
   <source>Make another list for the other currency.</source>
   <translation>Faites une autre liste pour l’autre monnaie.</translation>
  </message>
  <message>
   <source>Make another place for the other use.</source>
   <translation>Créez un autre emplacement pour cet usage.</translation>
  </message>
  <message>
   <source>Make it a draft again first.</source>
   <translation>Faites-en d’abord un brouillon.</translation>
  </message>
  <message>
   <source>Make it anew where it came from.</source>
   <translation>Refaites-le là d’où il vient.</translation>
  </message>
  <message>
   <source>Make it first.</source>
   <translation>Créez-la d’abord.</translation>
  </message>
  <message>
   <source>Make it smaller, or keep it elsewhere.</source>
   <translation>Réduisez-le, ou gardez-le ailleurs.</translation>
  </message>
  <message>
   <source>Make it, or choose another.</source>
   <translation>Créez-le, ou choisissez-en un autre.</translation>
  </message>
  <message>
   <source>Make it, or connect its drive; it is tried again by itself.</source>
   <translation>Le créer, ou connecter son lecteur ; un nouvel essai se fait tout seul.</translation>
  </message>
  <message>
   <source>Make it, or connect the drive it lies on.</source>
   <translation>Créez-le, ou branchez le disque où il se trouve.</translation>
  </message>
  <message>
   <source>Make one first.</source>
   <translation>Créez-en un d’abord.</translation>
  </message>
  <message>
   <source>Make room on its disk.</source>
   <translation>Libérez de la place sur son disque.</translation>
  </message>
  <message>
   <source>Make room on the disk, then scan again.</source>
   <translation>Libérez de la place sur le disque, puis scannez à nouveau.</translation>
  </message>
  <message>
   <source>Make room on the disk; until then, do not close the program before the order is placed.</source>
   <translation>Libérez de la place sur le disque ; d’ici là, ne fermez pas le programme avant d’avoir passé la commande.</translation>
  </message>
  <message>
   <source>Make room, then repeat the step.</source>
   <translation>Libérez de la place, puis refaites l’étape.</translation>
  </message>
  <message>
   <source>Make somebody else an administrator first.</source>
   <translation>Nommez d’abord un autre administrateur.</translation>
  </message>
  <message>
   <source>Make the folder there, or ask who runs the mail server.</source>
   <translation>Créez-y le dossier, ou demandez à qui tient le serveur.</translation>
  </message>
  <message>
   <source>Make the warehouse with its standard places.</source>
   <translation>Créez l’entrepôt avec ses emplacements standard.</translation>
  </message>
  <message>
   <source>Measure from the floor; at most {HIGHEST_MM} mm.</source>
   <translation>Mesurer depuis le sol ; au plus {HIGHEST_MM} mm.</translation>
  </message>
  <message>
   <source>Measure it in millimetres.</source>
   <translation>Mesurez-le en millimètres.</translation>
  </message>
  <message>
   <source>Measure it over its walls, in millimetres.</source>
   <translation>Mesurez-le parois comprises, en millimètres.</translation>
  </message>
  <message>
   <source>Mend it, then accept it.</source>
   <translation>Corrigez-la, puis acceptez-la.</translation>
  </message>
  <message>
   <source>Mend or remove the file.</source>
   <translation>Réparez ou supprimez le fichier.</translation>
  </message>
  <message>
   <source>Mend resources/sample.</source>
   <translation>Réparez resources/sample.</translation>
  </message>
  <message>
   <source>Mend the file, then take it over whole.</source>
   <translation>Corrigez le fichier, puis reprenez-le en entier.</translation>
  </message>
  <message>
   <source>Mend the table and read it again.</source>
   <translation>Corrigez le tableau et relisez-le.</translation>
  </message>
  <message>
   <source>Mend what it names and ask again, or choose another service.</source>
   <translation>Corrigez ce qu’il indique et redemandez, ou choisissez un autre service.</translation>
  </message>
  <message>
   <source>More cannot be judged than came back.</source>
   <translation>On ne peut pas contrôler plus que ce qui est revenu.</translation>
  </message>
  <message>
   <source>More cannot come back than the return was authorised for.</source>
   <translation>Il ne peut pas revenir plus que le retour autorisé.</translation>
  </message>
  <message>
   <source>More cannot come back than was shipped.</source>
   <translation>Il ne peut pas revenir plus que l’expédié.</translation>
  </message>
  <message>
   <source>More is at stake than this person may approve.</source>
   <translation>Le montant dépasse ce que cette personne peut approuver.</translation>
  </message>
  <message>
   <source>More than {MOST_PARCELS} parcels would be needed: a load for pallets.</source>
   <translation>Il faudrait plus de {MOST_PARCELS} colis : c’est un chargement pour palettes.</translation>
  </message>
  <message>
   <source>More than {MOST_PIECES} pieces are not laid out: weigh and measure the parcel.</source>
   <translation>Au-delà de {MOST_PIECES} pièces, aucun rangement n’est calculé : pesez et mesurez le colis.</translation>
  </message>
  <message>
   <source>Move the goods away first.</source>
   <translation>Déplacez d’abord la marchandise.</translation>
  </message>
  <message>
   <source>Move the goods back by hand and count the bin.</source>
   <translation>Remettez la marchandise à la main et comptez l’emplacement.</translation>
  </message>
  <message>
   <source>Move the goods of the last parcel into this one instead.</source>
   <translation>Déplacez plutôt le contenu du dernier colis dans celui-ci.</translation>
  </message>
  <message>
   <source>Name a file.</source>
   <translation>Nommez un fichier.</translation>
  </message>
  <message>
   <source>Name a profile in the settings of the source.</source>
   <translation>Nommez un profil dans les réglages de la source.</translation>
  </message>
  <message>
   <source>Name at least one line.</source>
   <translation>Nommez au moins une ligne.</translation>
  </message>
  <message>
   <source>Name each file once.</source>
   <translation>Nommez chaque fichier une seule fois.</translation>
  </message>
  <message>
   <source>Name each file once; where there are two, give one of them another name.</source>
   <translation>Nommez chaque fichier une seule fois ; s’il y en a deux, renommez l’un d’eux.</translation>
  </message>
  <message>
   <source>Name each once.</source>
   <translation>Nommez chacun une fois.</translation>
  </message>
  <message>
   <source>Name it, as in sample.</source>
   <translation>Nommez-le, sample par exemple.</translation>
  </message>
  <message>
   <source>Name one: --warehouse, or warehouse = in the profile. There are {listed}.</source>
   <translation>Nommez-en un : --warehouse, ou warehouse = dans le profil. Il y a {listed}.</translation>
  </message>
  <message>
   <source>Name the file that `db backup` wrote.</source>
   <translation>Nommez le fichier écrit par `db backup`.</translation>
  </message>
  <message>
   <source>Name the files in the profile's 'files', or check that the columns are spelled as in the file.</source>
   <translation>Nommez les fichiers sous « files » dans le profil, ou vérifiez que les colonnes s’écrivent comme dans le fichier.</translation>
  </message>
  <message>
   <source>Name the files to read.</source>
   <translation>Nommez les fichiers à lire.</translation>
  </message>
  <message>
   <source>Name the right file.</source>
   <translation>Nommez le bon fichier.</translation>
  </message>
  <message>
   <source>Narrow the list down, or write a CSV file.</source>
   <translation>Filtrez la liste, ou écrivez un fichier CSV.</translation>
  </message>
  <message>
   <source>No action does {do}.</source>
   <translation>Aucune action ne fait {do}.</translation>
  </message>
  <message>
   <source>No address is known for the place {gln} {name}.</source>
   <translation>Aucune adresse n’est connue pour le lieu {gln} {name}.</translation>
  </message>
  <message>
   <source>No article is known as {article}.</source>
   <translation>Aucun article n’est connu sous {article}.</translation>
  </message>
  <message>
   <source>No box in use is within the carrier's limits.</source>
   <translation>Aucun carton en service ne respecte les limites du transporteur.</translation>
  </message>
  <message>
   <source>No box is chosen.</source>
   <translation>Aucun carton n’est choisi.</translation>
  </message>
  <message>
   <source>No condition is about {about}.</source>
   <translation>Aucune condition ne porte sur {about}.</translation>
  </message>
  <message>
   <source>No customer is known as {named}.</source>
   <translation>Aucun client n’est connu sous {named}.</translation>
  </message>
  <message>
   <source>No file was given.</source>
   <translation>Aucun fichier n’a été donné.</translation>
  </message>
  <message>
   <source>No file with {title}{wanted} was given.</source>
   <translation>Aucun fichier n’a été donné pour {title}{wanted}.</translation>
  </message>
  <message>
   <source>No mail address of {customer} is known.</source>
   <translation>Aucune adresse électronique de {customer} n’est connue.</translation>
  </message>
  <message>
   <source>No more of {sku} is promised than there is.</source>
   <translation>Les réservations de {sku} ne dépassent pas le stock.</translation>
  </message>
  <message>
   <source>No pallet is {height_mm} mm high.</source>
   <translation>Aucune palette ne fait {height_mm} mm de haut.</translation>
  </message>
  <message>
   <source>No printer is set for {PAPERS} at this desk.</source>
   <translation>Aucune imprimante n’est réglée à ce poste pour : {PAPERS}.</translation>
  </message>
  <message>
   <source>No problem is noted for {number}.</source>
   <translation>Aucun problème n’est noté pour {number}.</translation>
  </message>
  <message>
   <source>No row says where zone {zone} is.</source>
   <translation>Aucune ligne ne dit où se trouve la zone {zone}.</translation>
  </message>
  <message>
   <source>No server of that name is known here.</source>
   <translation>Aucun serveur de ce nom n’est connu ici.</translation>
  </message>
  <message>
   <source>No way was found to lay everything into {box}. Try it, or take a larger one.</source>
   <translation>Aucune façon de tout ranger dans {box} n’a été trouvée. Essayez, ou prenez plus grand.</translation>
  </message>
  <message>
   <source>Nobody else could administer people.</source>
   <translation>Plus personne ne pourrait gérer les personnes.</translation>
  </message>
  <message>
   <source>Nobody else needs to go.</source>
   <translation>Personne d’autre n’a besoin d’y aller.</translation>
  </message>
  <message>
   <source>Nobody fetches {number} here.</source>
   <translation>Personne ne vient chercher {number} ici.</translation>
  </message>
  <message>
   <source>Nobody has signed for this pick-up.</source>
   <translation>Personne n’a signé pour cet enlèvement.</translation>
  </message>
  <message>
   <source>Nobody has signed for {number}.</source>
   <translation>Personne n’a signé pour {number}.</translation>
  </message>
  <message>
   <source>Nobody has the badge {badge}.</source>
   <translation>Personne n’a le badge {badge}.</translation>
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation>{code} ne correspond à rien.</translation>
  </message>
  <message>
   <source>Nobody knows whether this came out of {printer}.</source>
   <translation>On ne sait pas si le document est sorti de {printer}.</translation>
  </message>
  <message>
   <source>Nobody pays after {payment_days} days.</source>
   <translation>Personne ne paie après {payment_days} jours.</translation>
  </message>
  <message>
   <source>Nothing begins in this state.</source>
   <translation>Rien ne commence dans cet état.</translation>
  </message>
  <message>
   <source>Nothing came.</source>
   <translation>Rien n’est arrivé.</translation>
  </message>
  <message>
   <source>Nothing can be written to the folder {where}.</source>
   <translation>Impossible d’écrire dans le dossier {where}.</translation>
  </message>
  <message>
   <source>Nothing can be written to {name}.</source>
   <translation>Impossible d’écrire dans {name}.</translation>
  </message>
  <message>
   <source>Nothing in {shipment} is dangerous goods.</source>
   <translation>Rien dans {shipment} n’est une marchandise dangereuse.</translation>
  </message>
  <message>
   <source>Nothing is from {first} up to {last}.</source>
   <translation>Rien ne va de {first} à {last}.</translation>
  </message>
  <message>
   <source>Nothing is left of order {number}.</source>
   <translation>Il ne reste rien de la commande {number}.</translation>
  </message>
  <message>
   <source>Nothing is left to pick in these shipments.</source>
   <translation>Il ne reste rien à prélever pour ces expéditions.</translation>
  </message>
  <message>
   <source>Nothing is left to pick on {number}.</source>
   <translation>Il ne reste rien à prélever sur {number}.</translation>
  </message>
  <message>
   <source>Nothing is left to reserve in this shipment.</source>
   <translation>Il ne reste rien à réserver pour cette expédition.</translation>
  </message>
  <message>
   <source>Nothing is loaded on {number}.</source>
   <translation>Rien n’est chargé sur {number}.</translation>
  </message>
  <message>
   <source>Nothing is ordered.</source>
   <translation>Rien n’est commandé.</translation>
  </message>
  <message>
   <source>Nothing is picked for {number}.</source>
   <translation>Rien n’est prélevé pour {number}.</translation>
  </message>
  <message>
   <source>Nothing is to be moved.</source>
   <translation>Il n’y a rien à déplacer.</translation>
  </message>
  <message>
   <source>Nothing is to be undone here.</source>
   <translation>Il n’y a rien à annuler ici.</translation>
  </message>
  <message>
   <source>Nothing is to come back.</source>
   <translation>Rien ne doit revenir.</translation>
  </message>
  <message>
   <source>Nothing is written in {language}.</source>
   <translation>Langue inconnue : {language}.</translation>
  </message>
  <message>
   <source>Nothing lies in {code}.</source>
   <translation>Il n’y a rien en {code}.</translation>
  </message>
  <message>
   <source>Nothing of what {number} lacks is there yet.</source>
   <translation>Rien de ce qui manque à {number} n’est encore arrivé.</translation>
  </message>
  <message>
   <source>Nothing stands on pallet {sscc}.</source>
   <translation>Rien n’est posé sur la palette {sscc}.</translation>
  </message>
  <message>
   <source>Nothing to adjust.</source>
   <translation>Rien à régulariser.</translation>
  </message>
  <message>
   <source>Nothing was delivered.</source>
   <translation>Rien n’a été livré.</translation>
  </message>
  <message>
   <source>Nothing was received on this return.</source>
   <translation>Rien n’a été reçu pour ce retour.</translation>
  </message>
  <message>
   <source>Nothing weighs from {from_g} g to {to_g} g.</source>
   <translation>Rien ne pèse de {from_g} g à {to_g} g.</translation>
  </message>
  <message>
   <source>Offer another product.</source>
   <translation>Proposez un autre article.</translation>
  </message>
  <message>
   <source>On hold: {one} ({why}).</source>
   <translation>Bloqué : {one} ({why}).</translation>
  </message>
  <message>
   <source>On hold: {one} ({why}, until {day}).</source>
   <translation>Bloqué : {one} ({why}, jusqu’au {day}).</translation>
  </message>
  <message>
   <source>On hold: {value}.</source>
   <translation>Bloqué : {value}.</translation>
  </message>
  <message>
   <source>One at a time: scan its serial number.</source>
   <translation>Une à la fois : scannez son numéro de série.</translation>
  </message>
  <message>
   <source>Only a PostgreSQL server is made ready.</source>
   <translation>Seul un serveur PostgreSQL se prépare ainsi.</translation>
  </message>
  <message>
   <source>Only a hold has an end.</source>
   <translation>Seul un blocage a une fin.</translation>
  </message>
  <message>
   <source>Only a paper about which nobody knows is confirmed.</source>
   <translation>Seul un document incertain se confirme.</translation>
  </message>
  <message>
   <source>Only a waiting paper goes to another desk.</source>
   <translation>Seul un document en attente change de poste.</translation>
  </message>
  <message>
   <source>Only an empty pallet that never had a label is dropped; take its parcels off first.</source>
   <translation>Seule une palette vide qui n’a jamais eu d’étiquette est supprimée ; en retirer d’abord les colis.</translation>
  </message>
  <message>
   <source>Only the last parcel can go, and only empty and without any label; move its goods to another first.</source>
   <translation>Seul le dernier colis peut disparaître, vide et sans étiquette ; transférez d’abord son contenu.</translation>
  </message>
  <message>
   <source>Only what came out is printed again.</source>
   <translation>Seul ce qui est sorti se réimprime.</translation>
  </message>
  <message>
   <source>Open it again first.</source>
   <translation>Rouvrez d’abord.</translation>
  </message>
  <message>
   <source>Open it again first; another desk may have closed it.</source>
   <translation>Rouvrez-le d’abord ; un autre poste l’a peut-être clos.</translation>
  </message>
  <message>
   <source>Open it again, or scan into another.</source>
   <translation>Rouvrez-le, ou scannez dans un autre.</translation>
  </message>
  <message>
   <source>Open it again, weigh it and close it.</source>
   <translation>Rouvrez-le, pesez-le et fermez-le.</translation>
  </message>
  <message>
   <source>Open its parcels at the packing bench first.</source>
   <translation>Ouvrez d’abord ses colis au poste d’emballage.</translation>
  </message>
  <message>
   <source>Open the parcel again, or move the article anew (F7).</source>
   <translation>Rouvrez le colis, ou déplacez de nouveau l’article (F7).</translation>
  </message>
  <message>
   <source>Open the parcel again, or scan the article anew.</source>
   <translation>Rouvrez le colis, ou scannez de nouveau l’article.</translation>
  </message>
  <message>
   <source>Open the parcel first.</source>
   <translation>Ouvrez d’abord le colis.</translation>
  </message>
  <message>
   <source>Open these parcels again, or give the labels up; then change the carrier.</source>
   <translation>Rouvrez ces colis ou renoncez aux étiquettes ; changez ensuite de transporteur.</translation>
  </message>
  <message>
   <source>Opening stock received: {pieces} pieces.</source>
   <translation>Stock initial reçu : {pieces} pièces.</translation>
  </message>
  <message>
   <source>Operation keys are kept {KEY_DAYS} days.</source>
   <translation>Les clés d’opération sont gardées {KEY_DAYS} jours.</translation>
  </message>
  <message>
   <source>Order {external_number} was mended at another desk.</source>
   <translation>La commande {external_number} a été corrigée à un autre poste.</translation>
  </message>
  <message>
   <source>Order {number} cannot be entered yet: {stops}</source>
   <translation>La commande {number} ne peut pas encore être saisie : {stops}</translation>
  </message>
  <message>
   <source>Order {number} has open questions: {questions}.</source>
   <translation>La commande {number} a des questions en suspens : {questions}.</translation>
  </message>
  <message>
   <source>Order {number} is another customer's.</source>
   <translation>La commande {number} est celle d’un autre client.</translation>
  </message>
  <message>
   <source>Order {number} is {order_state}; its questions stay as they were decided.</source>
   <translation>La commande {number} est à l’état « {order_state} » ; ses questions restent comme elles ont été réglées.</translation>
  </message>
  <message>
   <source>Order {number} is {state}; its message stays accepted.</source>
   <translation>La commande {number} est {state} ; son message reste accepté.</translation>
  </message>
  <message>
   <source>Order {number} is {state}; nothing of it can be exchanged.</source>
   <translation>La commande {number} est à l’état {state} ; rien n’en peut être échangé.</translation>
  </message>
  <message>
   <source>Order {number} is {state}; to {verb} it must be {value}.</source>
   <translation>Commande {number} : état « {state} » ; pour {verb}, il faut : {value}.</translation>
  </message>
  <message>
   <source>Order {number} stays in its warehouse.</source>
   <translation>La commande {number} reste dans son entrepôt.</translation>
  </message>
  <message>
   <source>Order {number} was entered before as {order}.</source>
   <translation>La commande {number} a déjà été saisie sous {order}.</translation>
  </message>
  <message>
   <source>Order {number} was promised for no day.</source>
   <translation>La commande {number} n’est promise pour aucun jour.</translation>
  </message>
  <message>
   <source>Order {order} is being changed.</source>
   <translation>La commande {order} est en cours de modification.</translation>
  </message>
  <message>
   <source>Order {order} is {state}; nothing of it is confirmed.</source>
   <translation>La commande {order} est à l’état {state} ; rien n’en est confirmé.</translation>
  </message>
  <message>
   <source>Orders are not answered as {order_answer}.</source>
   <translation>On ne répond pas aux commandes en {order_answer}.</translation>
  </message>
  <message>
   <source>Orders of today</source>
   <translation>Commandes du jour</translation>
  </message>
  <message>
   <source>Other desks keep loading this pick-up.</source>
   <translation>D’autres postes chargent encore cet enlèvement.</translation>
  </message>
  <message>
   <source>Pack it first, then print its papers.</source>
   <translation>Emballez-la d’abord, puis imprimez ses documents.</translation>
  </message>
  <message>
   <source>Pack it in two parcels, or choose another service.</source>
   <translation>Faites-en deux colis, ou choisissez un autre service.</translation>
  </message>
  <message>
   <source>Pallet {label} is at hand already.</source>
   <translation>La palette {label} est déjà ouverte ici.</translation>
  </message>
  <message>
   <source>Pallet {sscc} does not weigh {weight_g}; its parcels weigh {weight_g2}.</source>
   <translation>La palette {sscc} ne pèse pas {weight_g} ; ses colis pèsent {weight_g2}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} has left already.</source>
   <translation>La palette {sscc} est déjà partie.</translation>
  </message>
  <message>
   <source>Pallet {sscc} has no label.</source>
   <translation>La palette {sscc} n’a pas d’étiquette.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is not closed yet.</source>
   <translation>La palette {sscc} n’est pas encore fermée.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is not on {number}.</source>
   <translation>La palette {sscc} n’est pas sur {number}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is off {number} again.</source>
   <translation>La palette {sscc} est retirée de {number}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is on pick-up {number}.</source>
   <translation>La palette {sscc} est sur l’enlèvement {number}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is on pick-up {other}.</source>
   <translation>La palette {sscc} est sur l’enlèvement {other}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is on the truck, parcels: {count}.</source>
   <translation>La palette {sscc} est dans le camion, colis : {count}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is on this truck already.</source>
   <translation>La palette {sscc} est déjà dans ce camion.</translation>
  </message>
  <message>
   <source>Pallet {sscc} is {state}; to {verb} it must be {value}.</source>
   <translation>La palette {sscc} est {state} ; pour {verb}, elle doit être {value}.</translation>
  </message>
  <message>
   <source>Pallet {sscc} leaves from another warehouse.</source>
   <translation>La palette {sscc} part d’un autre entrepôt.</translation>
  </message>
  <message>
   <source>Pallet {sscc} stays.</source>
   <translation>La palette {sscc} reste.</translation>
  </message>
  <message>
   <source>Papers are not written in {language}.</source>
   <translation>Langue des documents inconnue : {language}.</translation>
  </message>
  <message>
   <source>Parcel {position} is begun.</source>
   <translation>Le colis {position} est commencé.</translation>
  </message>
  <message>
   <source>Parcel {position} is closed.</source>
   <translation>Le colis {position} est fermé.</translation>
  </message>
  <message>
   <source>Parcel {position} is empty.</source>
   <translation>Le colis {position} est vide.</translation>
  </message>
  <message>
   <source>Parcel {position} is gone.</source>
   <translation>Le colis {position} est supprimé.</translation>
  </message>
  <message>
   <source>Parcel {position} is open again.</source>
   <translation>Le colis {position} est rouvert.</translation>
  </message>
  <message>
   <source>Parcel {position} stays.</source>
   <translation>Le colis {position} reste.</translation>
  </message>
  <message>
   <source>Parcel {position} weighs {read_g}; {expected_g} are expected.</source>
   <translation>Le colis {position} pèse {read_g} ; {expected_g} sont attendus.</translation>
  </message>
  <message>
   <source>Parcel {sscc} belongs to another shipment.</source>
   <translation>Le colis {sscc} appartient à une autre expédition.</translation>
  </message>
  <message>
   <source>Parcel {sscc} does not stand on pallet {sscc2}.</source>
   <translation>Le colis {sscc} n’est pas sur la palette {sscc2}.</translation>
  </message>
  <message>
   <source>Parcel {sscc} has its label.</source>
   <translation>Le colis {sscc} a son étiquette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} has left already.</source>
   <translation>Le colis {sscc} est déjà parti.</translation>
  </message>
  <message>
   <source>Parcel {sscc} has no label.</source>
   <translation>Le colis {sscc} n’a pas d’étiquette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} has no weight.</source>
   <translation>Le colis {sscc} n’a pas de poids.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is not on {number}.</source>
   <translation>Le colis {sscc} n’est pas sur {number}.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is off the pallet again.</source>
   <translation>Le colis {sscc} est retiré de la palette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is off {number} again.</source>
   <translation>Le colis {sscc} n’est plus sur {number}.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is on pick-up {number}.</source>
   <translation>Le colis {sscc} est sur l’enlèvement {number}.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is on pick-up {other}.</source>
   <translation>Le colis {sscc} est sur l’enlèvement {other}.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is on the truck.</source>
   <translation>Le colis {sscc} est dans le camion.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is on this truck already.</source>
   <translation>Le colis {sscc} est déjà dans ce camion.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is {state}, not closed.</source>
   <translation>Colis {sscc} : état « {state} », pas fermé.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is {state}, not under way.</source>
   <translation>Le colis {sscc} est à l’état « {state} », pas en cours d’acheminement.</translation>
  </message>
  <message>
   <source>Parcel {sscc} is {state}, not {source}.</source>
   <translation>Colis {sscc} : état « {state} » au lieu de « {source} ».</translation>
  </message>
  <message>
   <source>Parcel {sscc} stands on a pallet: scan the pallet.</source>
   <translation>Le colis {sscc} est sur une palette : scannez la palette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} stands on pallet {other}.</source>
   <translation>Le colis {sscc} est sur la palette {other}.</translation>
  </message>
  <message>
   <source>Parcel {sscc} stands on pallet {pallet}: scan the pallet.</source>
   <translation>Le colis {sscc} est sur la palette {pallet} : scanner la palette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} stands on the pallet.</source>
   <translation>Le colis {sscc} est sur la palette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} stands on this pallet already.</source>
   <translation>Le colis {sscc} est déjà sur cette palette.</translation>
  </message>
  <message>
   <source>Parcel {sscc} weighs more than {kilograms} kg and holds goods in limited quantities.</source>
   <translation>Le colis {sscc} pèse plus de {kilograms} kg et contient des marchandises en quantités limitées.</translation>
  </message>
  <message>
   <source>Park it; a supervisor looks for them, or lets it go without.</source>
   <translation>Mettez-la en attente ; un responsable les cherche, ou la laisse partir sans.</translation>
  </message>
  <message>
   <source>Parked: {reason}.</source>
   <translation>Mise en attente : {reason}.</translation>
  </message>
  <message>
   <source>Pick it first.</source>
   <translation>Prélevez d’abord.</translation>
  </message>
  <message>
   <source>Pick it, or report it short.</source>
   <translation>Prélevez, ou déclarez le manquant.</translation>
  </message>
  <message>
   <source>Pick-up {number} is {state}; to {verb} it must be {value}.</source>
   <translation>L’enlèvement {number} est {state} ; pour {verb}, il doit être {value}.</translation>
  </message>
  <message>
   <source>Picking, packing, shipping</source>
   <translation>Préparation, emballage, expédition</translation>
  </message>
  <message>
   <source>Pictures of the products</source>
   <translation>Images des articles</translation>
  </message>
  <message>
   <source>Place {holder} has the {field} {value} already.</source>
   <translation>L’emplacement {holder} a déjà {value} ({field}).</translation>
  </message>
  <message>
   <source>Print a CN 23 instead.</source>
   <translation>Imprimez plutôt un CN 23.</translation>
  </message>
  <message>
   <source>Print at most {MOST_PLACES} at once.</source>
   <translation>Imprimez-en {MOST_PLACES} au plus à la fois.</translation>
  </message>
  <message>
   <source>Print it anew from its own screen.</source>
   <translation>Imprimez-le à nouveau depuis son écran.</translation>
  </message>
  <message>
   <source>Print it anew.</source>
   <translation>Imprimez à nouveau.</translation>
  </message>
  <message>
   <source>Print it at a desk whose label printer takes it.</source>
   <translation>Imprimez-la à un poste dont l’imprimante l’accepte.</translation>
  </message>
  <message>
   <source>Print it on A4.</source>
   <translation>Imprimez-la sur A4.</translation>
  </message>
  <message>
   <source>Print the label, then hand the parcel over.</source>
   <translation>Imprimez l’étiquette, puis remettez le colis.</translation>
  </message>
  <message>
   <source>Print the parcel's label that holds now.</source>
   <translation>Imprimez l’étiquette actuelle du colis.</translation>
  </message>
  <message>
   <source>Products or customers of these files were changed while they were checked; nothing was imported.</source>
   <translation>Des articles ou clients de ces fichiers ont changé pendant le contrôle ; rien n’a été importé.</translation>
  </message>
  <message>
   <source>Profile {profile}: {listed}</source>
   <translation>Profil {profile} : {listed}</translation>
  </message>
  <message>
   <source>Profiles here: none. A profile of your own is named by its path, ending in .toml.</source>
   <translation>Aucun profil ici. Un profil à vous se désigne par son chemin, terminé par .toml.</translation>
  </message>
  <message>
   <source>Profiles here: none. One of your own is named by its path, ending in .toml.</source>
   <translation>Profils présents : aucun. Un profil à vous se nomme par son chemin, terminé par .toml.</translation>
  </message>
  <message>
   <source>Profiles here: {value}. A profile of your own is named by its path, ending in .toml.</source>
   <translation>Profils ici : {value}. Un profil à vous se désigne par son chemin, terminé par .toml.</translation>
  </message>
  <message>
   <source>Profiles here: {value}. One of your own is named by its path, ending in .toml.</source>
   <translation>Profils présents : {value}. Un profil à vous se nomme par son chemin, terminé par .toml.</translation>
  </message>
  <message>
   <source>Promise a later day.</source>
   <translation>Promettez un jour plus tardif.</translation>
  </message>
  <message>
   <source>Put it back beside that database, or move it away; or restore into a new file.</source>
   <translation>Remettez-le près de cette base, ou déplacez-le ; ou restaurez dans un nouveau fichier.</translation>
  </message>
  <message>
   <source>Put it right, or override it with a reason.</source>
   <translation>Corrigez, ou passez outre en donnant un motif.</translation>
  </message>
  <message>
   <source>Put the goods back first: undo the picks on its pick list.</source>
   <translation>Remettez d’abord la marchandise : annulez les prélèvements sur le bon de préparation.</translation>
  </message>
  <message>
   <source>Put the order right instead.</source>
   <translation>Corrigez plutôt la commande.</translation>
  </message>
  <message>
   <source>Put the shipment aside; a picker puts these goods back.</source>
   <translation>Mettez l’expédition de côté ; un préparateur remet ces articles en place.</translation>
  </message>
  <message>
   <source>Put the words on one by one.</source>
   <translation>Ajoutez les étiquettes une à une.</translation>
  </message>
  <message>
   <source>Quai does not work on {backend}.</source>
   <translation>Quai ne fonctionne pas avec {backend}.</translation>
  </message>
  <message>
   <source>Quai needs {OLDEST}.</source>
   <translation>Quai demande {OLDEST}.</translation>
  </message>
  <message>
   <source>Read it again, then change it.</source>
   <translation>Relisez la fiche, puis modifiez-la.</translation>
  </message>
  <message>
   <source>Read the lot from the goods.</source>
   <translation>Relevez le lot sur la marchandise.</translation>
  </message>
  <message>
   <source>Read the scale again.</source>
   <translation>Pesez à nouveau.</translation>
  </message>
  <message>
   <source>Read the scale again; at most {value} kg.</source>
   <translation>Relire la balance ; au plus {value} kg.</translation>
  </message>
  <message>
   <source>Receive it without a purchase order, or look the order up again.</source>
   <translation>Réceptionnez sans commande fournisseur, ou recherchez-la à nouveau.</translation>
  </message>
  <message>
   <source>Receive the goods first, or check the count.</source>
   <translation>Réceptionnez d’abord la marchandise, ou vérifiez le compte.</translation>
  </message>
  <message>
   <source>Refuse it first, or confirm its order.</source>
   <translation>Refusez-le d’abord, ou confirmez sa commande.</translation>
  </message>
  <message>
   <source>Release the hold first.</source>
   <translation>Débloquez d’abord.</translation>
  </message>
  <message>
   <source>Release the shipment to picking again.</source>
   <translation>Relancez la préparation de l’expédition.</translation>
  </message>
  <message>
   <source>Rename or drop that role, then run this again.</source>
   <translation>Renommez ou supprimez ce rôle, puis relancez.</translation>
  </message>
  <message>
   <source>Report it: its name must be shorter.</source>
   <translation>Signalez-le : son nom doit être plus court.</translation>
  </message>
  <message>
   <source>Reserve first.</source>
   <translation>Réservez d’abord.</translation>
  </message>
  <message>
   <source>Restocked goods need a place.</source>
   <translation>La remise en stock demande un emplacement.</translation>
  </message>
  <message>
   <source>Restore a line first.</source>
   <translation>Rétablissez d’abord une ligne.</translation>
  </message>
  <message>
   <source>Restore into a new file, then put it in its place.</source>
   <translation>Restaurez dans un nouveau fichier, puis mettez-le en place.</translation>
  </message>
  <message>
   <source>Restore into a new, empty database.</source>
   <translation>Restaurez dans une base neuve et vide.</translation>
  </message>
  <message>
   <source>Resume it in the system.</source>
   <translation>Réactivez-la dans le système.</translation>
  </message>
  <message>
   <source>Return {number} is {state}.</source>
   <translation>Retour {number} : état « {state} ».</translation>
  </message>
  <message>
   <source>Row {row} cannot be used ({column}): {reason}</source>
   <translation>La rangée {row} ne peut pas servir ({column}) : {reason}</translation>
  </message>
  <message>
   <source>Rows of this order were refused when its file was imported.</source>
   <translation>Des lignes de cette commande ont été refusées à l’import de son fichier.</translation>
  </message>
  <message>
   <source>Rule {before} has done this already.</source>
   <translation>La règle {before} l’a déjà fait.</translation>
  </message>
  <message>
   <source>Rule {name} does not hold: {why}.</source>
   <translation>La règle {name} ne s’applique pas : {why}.</translation>
  </message>
  <message>
   <source>Rule {name} holds, and finds no service.</source>
   <translation>La règle {name} s’applique, mais ne trouve aucun service.</translation>
  </message>
  <message>
   <source>Rule {name} takes the cheapest in time: {name2}.</source>
   <translation>La règle {name} prend le moins cher dans les délais : {name2}.</translation>
  </message>
  <message>
   <source>Rule {name} takes the fastest: {name2}.</source>
   <translation>La règle {name} prend le plus rapide : {name2}.</translation>
  </message>
  <message>
   <source>Rule {name} takes {name2}.</source>
   <translation>La règle {name} prend {name2}.</translation>
  </message>
  <message>
   <source>Run it with the server administrator's login, as `server init`.</source>
   <translation>Lancez avec l’identifiant de l’administrateur du serveur, comme `server init`.</translation>
  </message>
  <message>
   <source>Run: main.py --database URL db upgrade</source>
   <translation>Lancez : main.py --database URL db upgrade</translation>
  </message>
  <message>
   <source>Run: main.py --database URL db upgrade; nothing was written.</source>
   <translation>Lancez : main.py --database URL db upgrade ; rien n’a été écrit.</translation>
  </message>
  <message>
   <source>Run: main.py server init URL, with an administrator's login.</source>
   <translation>Lancez : main.py server init URL, avec un identifiant d’administrateur.</translation>
  </message>
  <message>
   <source>SSCC {sscc}</source>
   <translation>SSCC {sscc}</translation>
  </message>
  <message>
   <source>Save it under a name of your own, and change that.</source>
   <translation>Enregistrez-la sous un nom à vous, et modifiez celle-ci.</translation>
  </message>
  <message>
   <source>Save the spreadsheet as CSV.</source>
   <translation>Enregistrez le tableau au format CSV.</translation>
  </message>
  <message>
   <source>Say missing or damaged.</source>
   <translation>Dites manquant ou endommagé.</translation>
  </message>
  <message>
   <source>Say what it is to do.</source>
   <translation>Dites ce qu’elle doit faire.</translation>
  </message>
  <message>
   <source>Say why.</source>
   <translation>Dites pourquoi.</translation>
  </message>
  <message>
   <source>Scan a place of this warehouse.</source>
   <translation>Scannez un emplacement de cet entrepôt.</translation>
  </message>
  <message>
   <source>Scan a real place.</source>
   <translation>Scannez un emplacement réel.</translation>
  </message>
  <message>
   <source>Scan a shelf.</source>
   <translation>Scannez un emplacement de stock.</translation>
  </message>
  <message>
   <source>Scan an article first.</source>
   <translation>Scannez d’abord un article.</translation>
  </message>
  <message>
   <source>Scan an open parcel of {shipment}, or press its figure.</source>
   <translation>Scannez un colis ouvert de {shipment}, ou appuyez sur son chiffre.</translation>
  </message>
  <message>
   <source>Scan another place.</source>
   <translation>Scannez un autre emplacement.</translation>
  </message>
  <message>
   <source>Scan each piece once.</source>
   <translation>Scannez chaque pièce une fois.</translation>
  </message>
  <message>
   <source>Scan it again.</source>
   <translation>Scannez-le à nouveau.</translation>
  </message>
  <message>
   <source>Scan it to see how far it is.</source>
   <translation>Scannez-la pour voir où elle en est.</translation>
  </message>
  <message>
   <source>Scan its list again.</source>
   <translation>Scannez à nouveau son bon.</translation>
  </message>
  <message>
   <source>Scan one serial number.</source>
   <translation>Scannez un numéro de série.</translation>
  </message>
  <message>
   <source>Scan one shipment.</source>
   <translation>Scannez une expédition.</translation>
  </message>
  <message>
   <source>Scan or choose it again.</source>
   <translation>Scannez ou choisissez à nouveau.</translation>
  </message>
  <message>
   <source>Scan the goods again.</source>
   <translation>Scannez à nouveau la marchandise.</translation>
  </message>
  <message>
   <source>Scan the line again.</source>
   <translation>Scannez à nouveau la ligne.</translation>
  </message>
  <message>
   <source>Scan the parcels onto it, or drop it.</source>
   <translation>Y scanner les colis, ou l’abandonner.</translation>
  </message>
  <message>
   <source>Scan the parcels, or cancel the pick-up.</source>
   <translation>Scannez les colis, ou abandonnez l’enlèvement.</translation>
  </message>
  <message>
   <source>Scan the pick list or the shipment.</source>
   <translation>Scannez le bon de préparation ou l’expédition.</translation>
  </message>
  <message>
   <source>Scan the place where they go.</source>
   <translation>Scannez l’emplacement de destination.</translation>
  </message>
  <message>
   <source>Scan the right article.</source>
   <translation>Scannez le bon article.</translation>
  </message>
  <message>
   <source>Scan the right place.</source>
   <translation>Scannez le bon emplacement.</translation>
  </message>
  <message>
   <source>Scan the serial number of each {label}.</source>
   <translation>Scannez le numéro de série de chaque {label}.</translation>
  </message>
  <message>
   <source>Scan the serial number of the damaged piece.</source>
   <translation>Scannez le numéro de série de la pièce abîmée.</translation>
  </message>
  <message>
   <source>Scan the serial number of {label}.</source>
   <translation>Scannez le numéro de série de {label}.</translation>
  </message>
  <message>
   <source>Scan the shipment first.</source>
   <translation>Scannez d’abord l’expédition.</translation>
  </message>
  <message>
   <source>Scan them one by one.</source>
   <translation>Scannez-les une par une.</translation>
  </message>
  <message>
   <source>Scan what goes into it.</source>
   <translation>Scannez ce qui va dedans.</translation>
  </message>
  <message>
   <source>Scan what is meant.</source>
   <translation>Scannez ce dont il s’agit.</translation>
  </message>
  <message>
   <source>Scan what is missing and close the parcel.</source>
   <translation>Scannez ce qui manque et fermez le colis.</translation>
  </message>
  <message>
   <source>Scan what lies in an open parcel; a closed one is opened again first.</source>
   <translation>Scannez ce qui est dans un colis ouvert ; un colis fermé se rouvre d’abord.</translation>
  </message>
  <message>
   <source>Send a transfer to another warehouse.</source>
   <translation>Faites un transfert vers l’autre entrepôt.</translation>
  </message>
  <message>
   <source>Send it with a carrier who takes it, on a waybill.</source>
   <translation>Envoyez-le par un transporteur qui l’accepte, avec une lettre de voiture.</translation>
  </message>
  <message>
   <source>Send the rest later (short), or call a supervisor.</source>
   <translation>Envoyez le reste plus tard, ou appelez un responsable.</translation>
  </message>
  <message>
   <source>Serial number {serial} belongs to a lot that was not picked.</source>
   <translation>Le numéro de série {serial} est d’un lot qui n’a pas été prélevé.</translation>
  </message>
  <message>
   <source>Serial number {serial} of {label} is neither here nor in a bin.</source>
   <translation>Le numéro de série {serial} de {label} n’est ni ici ni dans un emplacement.</translation>
  </message>
  <message>
   <source>Serial number {serial} of {label} is not in the house.</source>
   <translation>Le numéro de série {serial} de {label} n’est pas dans l’entrepôt.</translation>
  </message>
  <message>
   <source>Serial number {serial} of {label} is not known.</source>
   <translation>Le numéro de série {serial} de {label} est inconnu.</translation>
  </message>
  <message>
   <source>Serial number {serial} of {label} is packed already.</source>
   <translation>Le numéro de série {serial} de {label} est déjà emballé.</translation>
  </message>
  <message>
   <source>Serial number {serial} of {sku} was not picked for this shipment.</source>
   <translation>Le numéro de série {serial} de {sku} n’a pas été prélevé pour cette expédition.</translation>
  </message>
  <message>
   <source>Serial {serial} does not fit the {width} digits that prefix {prefix} leaves.</source>
   <translation>Le numéro {serial} ne tient pas dans les {width} chiffres laissés par le préfixe {prefix}.</translation>
  </message>
  <message>
   <source>Set it up with host:port 9100.</source>
   <translation>Réglez-la avec hôte:port 9100.</translation>
  </message>
  <message>
   <source>Set it with Quai.</source>
   <translation>Définissez-le avec Quai.</translation>
  </message>
  <message>
   <source>Set the protocol, speed and data bits that the scale has.</source>
   <translation>Réglez le protocole, la vitesse et les bits de données de la balance.</translation>
  </message>
  <message>
   <source>Set the warehouse up first.</source>
   <translation>Configurez d’abord l’entrepôt.</translation>
  </message>
  <message>
   <source>Settle them, or have somebody approve them who may.</source>
   <translation>Réglez-les, ou faites-les approuver par quelqu’un qui le peut.</translation>
  </message>
  <message>
   <source>Several articles could be meant by {article}: {articles}.</source>
   <translation>{article} peut désigner plusieurs articles : {articles}.</translation>
  </message>
  <message>
   <source>Several customers could be meant: {customers}.</source>
   <translation>Plusieurs clients sont possibles : {customers}.</translation>
  </message>
  <message>
   <source>Ship or adjust what is there first, or make another product.</source>
   <translation>Expédiez ou régularisez d’abord le stock, ou créez un autre article.</translation>
  </message>
  <message>
   <source>Shipment {number} does not wait for goods.</source>
   <translation>L’expédition {number} n’attend pas de marchandise.</translation>
  </message>
  <message>
   <source>Shipment {number} has no line {line_id}.</source>
   <translation>L’expédition {number} n’a pas de ligne {line_id}.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}, not packed.</source>
   <translation>Expédition {number} : état « {state} », pas emballé.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}, not ready to pack.</source>
   <translation>Expédition {number} : état « {state} », pas prête à emballer.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}.</source>
   <translation>Expédition {number} : état « {state} ».</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}; its carrier stays.</source>
   <translation>L’expédition {number} est à l’état « {state} » ; son transporteur reste.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}; no box can be chosen for it.</source>
   <translation>L’expédition {number} est à l’état {state} ; aucun carton ne peut être choisi.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}; nothing can be scanned into it.</source>
   <translation>Expédition {number} : état « {state} » ; rien ne peut y être scanné.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}; problems are noted while it is packed for an order.</source>
   <translation>Expédition {number} : état « {state} » ; un problème se note pendant l’emballage d’une commande.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}; the order's carrier stays.</source>
   <translation>L’expédition {number} est à l’état {state} ; le transporteur de la commande ne change pas.</translation>
  </message>
  <message>
   <source>Shipment {number} is {state}; to {verb} it must be {value}.</source>
   <translation>Expédition {number} : état « {state} » ; pour {verb}, il faut : {value}.</translation>
  </message>
  <message>
   <source>Shipment {number} of order {number2} is {state}.</source>
   <translation>Expédition {number} de la commande {number2} : état « {state} ».</translation>
  </message>
  <message>
   <source>Shipment {number} was not handed over at a counter.</source>
   <translation>L’expédition {number} n’a pas été remise à un comptoir.</translation>
  </message>
  <message>
   <source>Shipment {shipment_number} is {shipment_state}; its goods cannot go back to their bin.</source>
   <translation>Expédition {shipment_number} : état « {shipment_state} » ; sa marchandise ne peut pas retourner à l’emplacement.</translation>
  </message>
  <message>
   <source>Shorten it to {longest}.</source>
   <translation>Raccourcissez à {longest}.</translation>
  </message>
  <message>
   <source>Shorten it, or spread it over other fields.</source>
   <translation>Raccourcissez, ou répartissez sur d’autres champs.</translation>
  </message>
  <message>
   <source>Shorten it.</source>
   <translation>Raccourcissez.</translation>
  </message>
  <message>
   <source>Shorten the name.</source>
   <translation>Raccourcissez le nom.</translation>
  </message>
  <message>
   <source>Shorten the warehouse's address.</source>
   <translation>Raccourcissez l’adresse de l’entrepôt.</translation>
  </message>
  <message>
   <source>Shorten them.</source>
   <translation>Raccourcissez-les.</translation>
  </message>
  <message>
   <source>Show its words to the server's administrator.</source>
   <translation>Montrez sa réponse à l’administrateur du serveur.</translation>
  </message>
  <message>
   <source>Sign in as a superuser, such as postgres.</source>
   <translation>Connectez-vous en superutilisateur, comme postgres.</translation>
  </message>
  <message>
   <source>Sign in with login and password.</source>
   <translation>Connectez-vous avec identifiant et mot de passe.</translation>
  </message>
  <message>
   <source>Sign in with the password once; then the badge is enough.</source>
   <translation>Connectez-vous une fois avec le mot de passe ; ensuite le badge suffit.</translation>
  </message>
  <message>
   <source>Sign in with the password.</source>
   <translation>Connectez-vous avec le mot de passe.</translation>
  </message>
  <message>
   <source>Sign in with the password; then set a PIN, and the badge is enough.</source>
   <translation>Connectez-vous avec le mot de passe ; puis choisissez un code PIN, et le badge suffit.</translation>
  </message>
  <message>
   <source>Sign in, or ask an administrator.</source>
   <translation>Connectez-vous, ou demandez à un administrateur.</translation>
  </message>
  <message>
   <source>Sizes are not known: {goods}. Choose a box yourself.</source>
   <translation>Dimensions inconnues : {goods}. Choisissez un carton vous-même.</translation>
  </message>
  <message>
   <source>Somebody can sign in to this database already.</source>
   <translation>Quelqu’un peut déjà se connecter à cette base.</translation>
  </message>
  <message>
   <source>Somebody must remain who can administer people.</source>
   <translation>Il doit rester quelqu’un pour gérer les personnes.</translation>
  </message>
  <message>
   <source>Something is still open for this customer; their data stay until it is settled.</source>
   <translation>Quelque chose est encore ouvert pour ce client ; ses données restent jusque-là.</translation>
  </message>
  <message>
   <source>Something is still to be picked for {number}.</source>
   <translation>Il reste à prélever pour {number}.</translation>
  </message>
  <message>
   <source>Split it into several files.</source>
   <translation>Partagez-le en plusieurs fichiers.</translation>
  </message>
  <message>
   <source>Split it.</source>
   <translation>Divisez-le.</translation>
  </message>
  <message>
   <source>Split the line or let the order wait for receipts.</source>
   <translation>Fractionnez la ligne, ou laissez la commande attendre une réception.</translation>
  </message>
  <message>
   <source>Start CUPS.</source>
   <translation>Démarrez CUPS.</translation>
  </message>
  <message>
   <source>Start again: what came out is then left out.</source>
   <translation>Recommencez : ce qui est sorti sera laissé de côté.</translation>
  </message>
  <message>
   <source>Stop working with it; bring the latest copy back into a new file: main.py --database NEW db restore COPY.</source>
   <translation>Ne l’utilisez plus ; restaurez la dernière copie dans un nouveau fichier : main.py --database NOUVEAU db restore COPIE.</translation>
  </message>
  <message>
   <source>Switch it on; look whether protocol and speed are those of the scale.</source>
   <translation>Allumez-la ; vérifiez que protocole et vitesse sont ceux de la balance.</translation>
  </message>
  <message>
   <source>Tables need an import profile.</source>
   <translation>Les tableaux ont besoin d’un profil d’import.</translation>
  </message>
  <message>
   <source>Take a stronger box, or pack two parcels.</source>
   <translation>Prenez un carton plus solide, ou faites deux colis.</translation>
  </message>
  <message>
   <source>Take another badge.</source>
   <translation>Prenez un autre badge.</translation>
  </message>
  <message>
   <source>Take another extension digit or another company prefix.</source>
   <translation>Prenez un autre chiffre d’extension ou un autre préfixe entreprise.</translation>
  </message>
  <message>
   <source>Take another one, or join on purpose.</source>
   <translation>Prenez-en une autre, ou rejoignez exprès.</translation>
  </message>
  <message>
   <source>Take back the allocation first, or count the place.</source>
   <translation>Levez d’abord l’affectation, ou comptez l’emplacement.</translation>
  </message>
  <message>
   <source>Take it back under Shipments.</source>
   <translation>Annulez sous Expéditions.</translation>
  </message>
  <message>
   <source>Take it off the pick-up first (Dispatch).</source>
   <translation>Déchargez-le d’abord de l’enlèvement (Départ).</translation>
  </message>
  <message>
   <source>Take it off the truck first.</source>
   <translation>La retirer d’abord du camion.</translation>
  </message>
  <message>
   <source>Take it out of the parcel first (undo its scan).</source>
   <translation>Retirez-le d’abord du colis (annulez son scan).</translation>
  </message>
  <message>
   <source>Take it out of the parcel first.</source>
   <translation>Sortez-le d’abord du colis.</translation>
  </message>
  <message>
   <source>Take one of them out.</source>
   <translation>Retirez-en une.</translation>
  </message>
  <message>
   <source>Take quarantine.</source>
   <translation>Prenez la quarantaine.</translation>
  </message>
  <message>
   <source>Take that back first, or wait until they are put back.</source>
   <translation>Annulez d’abord cette demande, ou attendez qu’elles soient remises en place.</translation>
  </message>
  <message>
   <source>Take that back first; or send only single shipments back.</source>
   <translation>Annulez cela d’abord ; ou ne reprenez que des expéditions seules.</translation>
  </message>
  <message>
   <source>Take that one away first, or enter another number.</source>
   <translation>Retirez d’abord celui-là, ou saisissez un autre numéro.</translation>
  </message>
  <message>
   <source>Take the tick away.</source>
   <translation>Décochez la case.</translation>
  </message>
  <message>
   <source>Take them off the pallet at the dispatch bench first, or load the pallet.</source>
   <translation>Les retirer d’abord de la palette au poste d’expédition, ou charger la palette.</translation>
  </message>
  <message>
   <source>Take them off the truck and off the pick-up, and pack them again.</source>
   <translation>Sortez-les du camion et de l’enlèvement, et emballez-les à nouveau.</translation>
  </message>
  <message>
   <source>Take them out at the packing bench first, then put them back.</source>
   <translation>Sortez-les d’abord au poste d’emballage, puis remettez-les en place.</translation>
  </message>
  <message>
   <source>Take them out of the parcel and reopen the packing first.</source>
   <translation>Sortez-la d’abord du colis et rouvrez l’emballage.</translation>
  </message>
  <message>
   <source>Take them out of the parcel first.</source>
   <translation>Sortez-les d’abord du colis.</translation>
  </message>
  <message>
   <source>Take them out of the parcels first.</source>
   <translation>Sortez-les d’abord des colis.</translation>
  </message>
  <message>
   <source>Take three or four words.</source>
   <translation>Prenez trois ou quatre mots.</translation>
  </message>
  <message>
   <source>That is more than the order line holds.</source>
   <translation>C’est plus que la ligne de commande.</translation>
  </message>
  <message>
   <source>That is more than the shipment line holds.</source>
   <translation>C’est plus que la ligne d’expédition.</translation>
  </message>
  <message>
   <source>That is more than was picked, or goods that lie in a parcel.</source>
   <translation>C’est plus que le prélevé, ou la marchandise est dans un colis.</translation>
  </message>
  <message>
   <source>That is more than was reserved for the line.</source>
   <translation>C’est plus que la réservation de la ligne.</translation>
  </message>
  <message>
   <source>That would be {count} places; at most {MOST} are made at once.</source>
   <translation>Cela ferait {count} emplacements ; {MOST} au plus se créent à la fois.</translation>
  </message>
  <message>
   <source>That would take more than lies there, or goods that are promised to a shipment.</source>
   <translation>Ce serait plus que le stock présent, ou de la marchandise réservée à une expédition.</translation>
  </message>
  <message>
   <source>That would take more than there is.</source>
   <translation>Ce serait plus que le stock présent.</translation>
  </message>
  <message>
   <source>The URL of a file takes nothing but its path.</source>
   <translation>L’adresse d’un fichier ne contient que son chemin.</translation>
  </message>
  <message>
   <source>The address does not fit on the paper: {field} is too long ({text} characters).</source>
   <translation>L’adresse ne tient pas sur le papier : {field} trop long ({text} caractères).</translation>
  </message>
  <message>
   <source>The amount of this order is too high.</source>
   <translation>Le montant de cette commande est trop élevé.</translation>
  </message>
  <message>
   <source>The amount {amount} cannot be ({what}).</source>
   <translation>Le montant {amount} est impossible ({what}).</translation>
  </message>
  <message>
   <source>The amount {what} is in {said}, the order in {currency}.</source>
   <translation>Le montant {what} est en {said}, la commande en {currency}.</translation>
  </message>
  <message>
   <source>The answer of {carrier} is awaited.</source>
   <translation>La réponse de {carrier} est attendue.</translation>
  </message>
  <message>
   <source>The answer to order {name} needs {missing}.</source>
   <translation>La réponse à la commande {name} demande {missing}.</translation>
  </message>
  <message>
   <source>The badge {badge} is too long for the card.</source>
   <translation>Le badge {badge} est trop long pour la carte.</translation>
  </message>
  <message>
   <source>The barcode {barcode} is too long for the label.</source>
   <translation>Le code-barres {barcode} est trop long pour l’étiquette.</translation>
  </message>
  <message>
   <source>The carrier refused the label of parcel {sscc}.</source>
   <translation>Le transporteur a refusé l’étiquette du colis {sscc}.</translation>
  </message>
  <message>
   <source>The carrier's name {carrier} is too long.</source>
   <translation>Le nom du transporteur {carrier} est trop long.</translation>
  </message>
  <message>
   <source>The channels are {known}.</source>
   <translation>Les canaux sont {known}.</translation>
  </message>
  <message>
   <source>The code {code} is taken.</source>
   <translation>Le code {code} est déjà pris.</translation>
  </message>
  <message>
   <source>The command {id} is too long for a barcode on the card.</source>
   <translation>La commande {id} est trop longue pour un code-barres de la carte.</translation>
  </message>
  <message>
   <source>The company's name is too long for the head of papers ({name} characters).</source>
   <translation>Le nom de l’entreprise est trop long pour l’en-tête des documents ({name} caractères).</translation>
  </message>
  <message>
   <source>The condition {about} has {values} values.</source>
   <translation>La condition {about} a {values} valeurs.</translation>
  </message>
  <message>
   <source>The count {what} says {said}, there are {found}: the message was changed or cut on its way.</source>
   <translation>Le compte {what} dit {said}, il y en a {found} : le message a été modifié ou coupé en route.</translation>
  </message>
  <message>
   <source>The country is missing.</source>
   <translation>Il manque le pays.</translation>
  </message>
  <message>
   <source>The country {text} is not known.</source>
   <translation>Le pays {text} est inconnu.</translation>
  </message>
  <message>
   <source>The currency {currency} is not known.</source>
   <translation>La devise {currency} est inconnue.</translation>
  </message>
  <message>
   <source>The customer fetches {shipment}; no carrier takes it.</source>
   <translation>Le client vient chercher {shipment} ; aucun transporteur ne le prend.</translation>
  </message>
  <message>
   <source>The customer's address is too long for a label.</source>
   <translation>L’adresse du client est trop longue pour une étiquette.</translation>
  </message>
  <message>
   <source>The database URL names a setting that PostgreSQL does not know.</source>
   <translation>L’adresse de la base contient un réglage inconnu de PostgreSQL.</translation>
  </message>
  <message>
   <source>The database does not accept this sign-in.</source>
   <translation>La base n’accepte pas cette connexion.</translation>
  </message>
  <message>
   <source>The database does not answer.</source>
   <translation>La base ne répond pas.</translation>
  </message>
  <message>
   <source>The database does not let this person do that.</source>
   <translation>La base n’autorise pas cela à cette personne.</translation>
  </message>
  <message>
   <source>The database file can only be read here.</source>
   <translation>Le fichier de la base est en lecture seule ici.</translation>
  </message>
  <message>
   <source>The database file cannot be opened.</source>
   <translation>Le fichier de la base ne s’ouvre pas.</translation>
  </message>
  <message>
   <source>The database file is damaged.</source>
   <translation>Le fichier de la base est endommagé.</translation>
  </message>
  <message>
   <source>The database has version {before}; this program only knows {SCHEMA_VERSION}.</source>
   <translation>La base a la version {before} ; ce programme ne connaît que la {SCHEMA_VERSION}.</translation>
  </message>
  <message>
   <source>The database only stores the hash of a PIN.</source>
   <translation>La base ne garde que l’empreinte d’un code PIN.</translation>
  </message>
  <message>
   <source>The database refuses this entry.</source>
   <translation>La base refuse cette saisie.</translation>
  </message>
  <message>
   <source>The database took too long to answer and nothing was changed.</source>
   <translation>La base a mis trop de temps à répondre ; rien n’a été modifié.</translation>
  </message>
  <message>
   <source>The database's encoding is {encoding}, not UTF8.</source>
   <translation>L’encodage de la base est {encoding}, pas UTF8.</translation>
  </message>
  <message>
   <source>The day asked for has passed: {day}.</source>
   <translation>Le jour demandé est passé : {day}.</translation>
  </message>
  <message>
   <source>The day is missing.</source>
   <translation>Le jour manque.</translation>
  </message>
  <message>
   <source>The day {text} ({what}) cannot be.</source>
   <translation>Le jour {text} ({what}) est impossible.</translation>
  </message>
  <message>
   <source>The desk's scan journal cannot be written ({why}); the scan was not taken.</source>
   <translation>Le journal des scans du poste ne peut pas être écrit ({why}) ; le scan n’a pas été pris.</translation>
  </message>
  <message>
   <source>The despatch advice of {name} needs {missing}.</source>
   <translation>Il manque à l’avis d’expédition de {name} : {missing}.</translation>
  </message>
  <message>
   <source>The disk is full; nothing was changed.</source>
   <translation>Le disque est plein ; rien n’a été modifié.</translation>
  </message>
  <message>
   <source>The disk refuses to read or write the database.</source>
   <translation>Le disque refuse de lire ou d’écrire la base.</translation>
  </message>
  <message>
   <source>The event of {number} is dated {happened_at} UTC, which is yet to come.</source>
   <translation>L’évènement de {number} est daté du {happened_at} UTC, qui est encore à venir.</translation>
  </message>
  <message>
   <source>The event of {number} is not open any more.</source>
   <translation>L’évènement de {number} n’est plus ouvert.</translation>
  </message>
  <message>
   <source>The event of {number} is not put aside any more.</source>
   <translation>L’évènement de {number} n’est plus mis de côté.</translation>
  </message>
  <message>
   <source>The extension digit {extension} is not 0 to 9.</source>
   <translation>Le chiffre d’extension {extension} n’est pas entre 0 et 9.</translation>
  </message>
  <message>
   <source>The file cannot be read as an order: {problem}</source>
   <translation>Le fichier ne se lit pas comme une commande : {problem}</translation>
  </message>
  <message>
   <source>The file has no name.</source>
   <translation>Le fichier n’a pas de nom.</translation>
  </message>
  <message>
   <source>The file has {size} MB and was not taken in; it lies in {where}.</source>
   <translation>Le fichier a {size} Mo et n’a pas été pris ; il est dans {where}.</translation>
  </message>
  <message>
   <source>The file holds other messages, too, which were not read: {types}.</source>
   <translation>Le fichier contient aussi d’autres messages, qui n’ont pas été lus : {types}.</translation>
  </message>
  <message>
   <source>The file is too large.</source>
   <translation>Le fichier est trop volumineux.</translation>
  </message>
  <message>
   <source>The file says that it is {said}; it was read as {found}.</source>
   <translation>Le fichier se dit en {said} ; il a été lu en {found}.</translation>
  </message>
  <message>
   <source>The first line does not name exactly {value}.</source>
   <translation>La première ligne ne nomme pas exactement {value}.</translation>
  </message>
  <message>
   <source>The first line does not name the columns {value}.</source>
   <translation>La première ligne ne nomme pas les colonnes {value}.</translation>
  </message>
  <message>
   <source>The folder {folder} cannot be read: {strerror}.</source>
   <translation>Le dossier {folder} ne peut pas être lu : {strerror}.</translation>
  </message>
  <message>
   <source>The folder {folder} cannot be used.</source>
   <translation>Le dossier {folder} est inutilisable.</translation>
  </message>
  <message>
   <source>The folder {folder} cannot be written to: {why}.</source>
   <translation>Le dossier {folder} n’accepte pas d’écriture : {why}.</translation>
  </message>
  <message>
   <source>The folder {folder} does not answer.</source>
   <translation>Le dossier {folder} ne répond pas.</translation>
  </message>
  <message>
   <source>The folder {folder} is not there.</source>
   <translation>Le dossier {folder} n’existe pas.</translation>
  </message>
  <message>
   <source>The folder {parent} cannot be made: {strerror}.</source>
   <translation>Le dossier {parent} ne peut pas être créé : {strerror}.</translation>
  </message>
  <message>
   <source>The folder {parent} does not exist.</source>
   <translation>Le dossier {parent} n’existe pas.</translation>
  </message>
  <message>
   <source>The folder {where} is not there.</source>
   <translation>Le dossier {where} est introuvable.</translation>
  </message>
  <message>
   <source>The foot takes {lines} lines on papers; there is room for {_FOOT_LINES}.</source>
   <translation>Le pied prend {lines} lignes sur les documents ; il y a place pour {_FOOT_LINES}.</translation>
  </message>
  <message>
   <source>The function {function} of the message is not known.</source>
   <translation>La fonction {function} du message est inconnue.</translation>
  </message>
  <message>
   <source>The goods are there already.</source>
   <translation>La marchandise y est déjà.</translation>
  </message>
  <message>
   <source>The goods have left.</source>
   <translation>La marchandise est partie.</translation>
  </message>
  <message>
   <source>The goods or papers are held at the moment.</source>
   <translation>La marchandise ou les documents sont occupés en ce moment.</translation>
  </message>
  <message>
   <source>The goods or papers are held by {holder} at the moment.</source>
   <translation>La marchandise ou les documents sont occupés en ce moment par {holder}.</translation>
  </message>
  <message>
   <source>The goods take more than a CN 22 has room for.</source>
   <translation>Le contenu prend plus de place que n’en a un CN 22.</translation>
  </message>
  <message>
   <source>The hand-over was taken back.</source>
   <translation>La remise a été annulée.</translation>
  </message>
  <message>
   <source>The hold would have ended on {until}.</source>
   <translation>Le blocage aurait pris fin le {until}.</translation>
  </message>
  <message>
   <source>The kind of document {document} is not known; it was read as an order.</source>
   <translation>Le type de document {document} est inconnu ; il a été lu comme une commande.</translation>
  </message>
  <message>
   <source>The label file of {carrier} cannot be opened.</source>
   <translation>Le fichier d’étiquette de {carrier} ne s’ouvre pas.</translation>
  </message>
  <message>
   <source>The label file {name} of {name2} is neither PDF nor ZPL</source>
   <translation>Le fichier d’étiquette {name} de {name2} n’est ni PDF ni ZPL</translation>
  </message>
  <message>
   <source>The label of parcel {sscc} is void.</source>
   <translation>L’étiquette du colis {sscc} est annulée.</translation>
  </message>
  <message>
   <source>The label {title} is void.</source>
   <translation>L’étiquette {title} est annulée.</translation>
  </message>
  <message>
   <source>The letter has {size} MB and was not fetched; it lies in the mailbox's folder {where}.</source>
   <translation>La lettre a {size} Mo et n’a pas été prise ; elle est dans le dossier {where} de la boîte.</translation>
  </message>
  <message>
   <source>The line cannot be read: {error}.</source>
   <translation>La ligne est illisible : {error}.</translation>
  </message>
  <message>
   <source>The line has no quantity.</source>
   <translation>La ligne n’a pas de quantité.</translation>
  </message>
  <message>
   <source>The line has two quantities.</source>
   <translation>La ligne a deux quantités.</translation>
  </message>
  <message>
   <source>The line holds {holds} already.</source>
   <translation>La ligne en contient déjà {holds}.</translation>
  </message>
  <message>
   <source>The line holds {holds}, of which {shipped} shipped; {down_to} cannot remain.</source>
   <translation>La ligne en contient {holds}, dont {shipped} expédiées ; il ne peut pas en rester {down_to}.</translation>
  </message>
  <message>
   <source>The line holds {value} of {qty}; it cannot be restored to {up_to}.</source>
   <translation>La ligne porte {value} sur {qty} ; elle ne peut pas être rétablie à {up_to}.</translation>
  </message>
  <message>
   <source>The line holds {value}, of which {shipped} shipped; {down_to} cannot remain.</source>
   <translation>La ligne porte {value}, dont {shipped} expédiés ; il ne peut pas en rester {down_to}.</translation>
  </message>
  <message>
   <source>The line is asked for another day: {day}.</source>
   <translation>La ligne est demandée pour un autre jour : {day}.</translation>
  </message>
  <message>
   <source>The line is no order of goods but a change ({action}).</source>
   <translation>La ligne ne commande rien, elle modifie ({action}).</translation>
  </message>
  <message>
   <source>The line is to go to another place: {role} {gln}.</source>
   <translation>La ligne doit aller à un autre lieu : {role} {gln}.</translation>
  </message>
  <message>
   <source>The line number {number} stands there more than once.</source>
   <translation>Le numéro de ligne {number} s’y trouve plusieurs fois.</translation>
  </message>
  <message>
   <source>The line says {said}, its quantity and price make {found}.</source>
   <translation>La ligne dit {said}, sa quantité et son prix font {found}.</translation>
  </message>
  <message>
   <source>The line to {server} broke after the letter was handed over; it may have been sent.</source>
   <translation>La ligne vers {server} s’est rompue après la remise de la lettre ; elle est peut-être partie.</translation>
  </message>
  <message>
   <source>The line was cut.</source>
   <translation>La liaison a été coupée.</translation>
  </message>
  <message>
   <source>The lot is {status} already.</source>
   <translation>Le lot a déjà l’état « {status} ».</translation>
  </message>
  <message>
   <source>The mail server {_name} cannot be used: {why}.</source>
   <translation>Le serveur de courriel {_name} est inutilisable : {why}.</translation>
  </message>
  <message>
   <source>The mail server {_name} cannot take mail now: {said}</source>
   <translation>Le serveur de courriel {_name} n’accepte pas de courriel en ce moment : {said}</translation>
  </message>
  <message>
   <source>The mail server {_name} does not take this letter: {said}</source>
   <translation>Le serveur de courriel {_name} refuse cette lettre : {said}</translation>
  </message>
  <message>
   <source>The message changes an order that came before (function {function}).</source>
   <translation>Le message modifie une commande venue avant (fonction {function}).</translation>
  </message>
  <message>
   <source>The message is of release {release}, which is read like D.96A and D.01B.</source>
   <translation>Le message est de la version {release}, lue comme D.96A et D.01B.</translation>
  </message>
  <message>
   <source>The message says that it is a copy ({function}).</source>
   <translation>Le message se dit une copie ({function}).</translation>
  </message>
  <message>
   <source>The message to {target} did not go.</source>
   <translation>Le message à {target} n’est pas parti.</translation>
  </message>
  <message>
   <source>The message to {target} is {status}; it cannot be {what}.</source>
   <translation>Le message à {target} est à l’état « {status} » ; impossible : {what}.</translation>
  </message>
  <message>
   <source>The message with order {external_number} is {state}, not refused.</source>
   <translation>Le message de la commande {external_number} est {state}, pas refusé.</translation>
  </message>
  <message>
   <source>The message with order {external_number} is {state}.</source>
   <translation>Le message de la commande {external_number} est {state}.</translation>
  </message>
  <message>
   <source>The moves to undo are not all there.</source>
   <translation>Les mouvements à annuler ne sont pas tous là.</translation>
  </message>
  <message>
   <source>The name is too long for the badge.</source>
   <translation>Le nom est trop long pour le badge.</translation>
  </message>
  <message>
   <source>The name or company is missing.</source>
   <translation>Il manque le nom ou la société.</translation>
  </message>
  <message>
   <source>The note is empty.</source>
   <translation>La note est vide.</translation>
  </message>
  <message>
   <source>The note is withdrawn.</source>
   <translation>Le signalement est retiré.</translation>
  </message>
  <message>
   <source>The number {number} ({who}) is no GLN.</source>
   <translation>Le numéro {number} ({who}) n’est pas un GLN.</translation>
  </message>
  <message>
   <source>The number {number} is no GTIN: its check digit is wrong, or it has another length.</source>
   <translation>Le numéro {number} n’est pas un GTIN : sa clé est fausse, ou sa longueur est autre.</translation>
  </message>
  <message>
   <source>The number {number} is not known; article {article} was found by another one.</source>
   <translation>Le numéro {number} est inconnu ; l’article {article} a été trouvé par un autre.</translation>
  </message>
  <message>
   <source>The number {number} is too long for the form.</source>
   <translation>Le numéro {number} est trop long pour le formulaire.</translation>
  </message>
  <message>
   <source>The number {text} ({what}) cannot be read.</source>
   <translation>Le nombre {text} ({what}) est illisible.</translation>
  </message>
  <message>
   <source>The order asks for conditions: {codes}.</source>
   <translation>La commande demande des conditions : {codes}.</translation>
  </message>
  <message>
   <source>The order changed meanwhile.</source>
   <translation>La commande a changé entre-temps.</translation>
  </message>
  <message>
   <source>The order has no lines.</source>
   <translation>La commande n’a pas de lignes.</translation>
  </message>
  <message>
   <source>The order has open questions.</source>
   <translation>La commande a des questions en suspens.</translation>
  </message>
  <message>
   <source>The order is confirmed; what was agreed with the customer stays.</source>
   <translation>La commande est confirmée ; ce qui a été convenu avec le client ne change plus.</translation>
  </message>
  <message>
   <source>The order is no draft any more; its questions stay as they were decided.</source>
   <translation>La commande n’est plus un brouillon ; ses questions restent comme elles ont été réglées.</translation>
  </message>
  <message>
   <source>The order is of a later day: {day}.</source>
   <translation>La commande est d’un jour à venir : {day}.</translation>
  </message>
  <message>
   <source>The order names no address, and the customer has none.</source>
   <translation>La commande n’a pas d’adresse, et le client non plus.</translation>
  </message>
  <message>
   <source>The order names no currency; it was taken as {currency}, in which the articles are priced.</source>
   <translation>La commande n’a pas de devise ; elle a été prise en {currency}, devise du prix des articles.</translation>
  </message>
  <message>
   <source>The order names no warehouse; {code} is to send it.</source>
   <translation>La commande n’a pas d’entrepôt ; {code} l’enverra.</translation>
  </message>
  <message>
   <source>The order says that {amount} was paid before.</source>
   <translation>La commande dit que {amount} a été payé d’avance.</translation>
  </message>
  <message>
   <source>The order says {said} for its lines, they make {found}.</source>
   <translation>La commande dit {said} pour ses lignes, elles font {found}.</translation>
  </message>
  <message>
   <source>The order says {said} in all, its parts make {found}.</source>
   <translation>La commande dit {said} au total, ses parties font {found}.</translation>
  </message>
  <message>
   <source>The order says {theirs} {currency} in all, with us it comes to {ours}.</source>
   <translation>La commande dit {theirs} {currency} au total, chez nous cela fait {ours}.</translation>
  </message>
  <message>
   <source>The order says {theirs} {currency} without tax, with us it comes to {ours}.</source>
   <translation>La commande dit {theirs} {currency} hors taxes, chez nous cela fait {ours}.</translation>
  </message>
  <message>
   <source>The order was cancelled where it came from.</source>
   <translation>La commande a été annulée là d’où elle vient.</translation>
  </message>
  <message>
   <source>The order was changed or cancelled.</source>
   <translation>La commande a été modifiée ou annulée.</translation>
  </message>
  <message>
   <source>The packing was opened again.</source>
   <translation>L’emballage a été rouvert.</translation>
  </message>
  <message>
   <source>The pallet keeps changing while its label is drawn.</source>
   <translation>La palette change pendant que son étiquette est dessinée.</translation>
  </message>
  <message>
   <source>The paper has no page {value}.</source>
   <translation>Le document n’a pas de page {value}.</translation>
  </message>
  <message>
   <source>The parcel is closed; what lies in it stays in it.</source>
   <translation>Le colis est fermé ; son contenu y reste.</translation>
  </message>
  <message>
   <source>The parcel is loaded on a carrier's pick-up; it cannot be opened there.</source>
   <translation>Le colis est chargé sur un enlèvement ; il ne peut pas y être ouvert.</translation>
  </message>
  <message>
   <source>The parcel keeps changing while its label is drawn.</source>
   <translation>Le colis change sans cesse pendant la création de l’étiquette.</translation>
  </message>
  <message>
   <source>The parcel of this box is closed.</source>
   <translation>Le colis de ce carton est fermé.</translation>
  </message>
  <message>
   <source>The party {role} stands there twice; the first one counts.</source>
   <translation>Le partenaire {role} s’y trouve deux fois ; le premier compte.</translation>
  </message>
  <message>
   <source>The picked lot of {label} has expired. Do not send it.</source>
   <translation>Le lot prélevé de {label} est périmé. Ne l’envoyez pas.</translation>
  </message>
  <message>
   <source>The picks of {number} cannot be told apart from others any more.</source>
   <translation>Les prélèvements de {number} ne se distinguent plus des autres.</translation>
  </message>
  <message>
   <source>The place {code} is too long for its label.</source>
   <translation>L’emplacement {code} est trop long pour son étiquette.</translation>
  </message>
  <message>
   <source>The price would end on {until}, before it begins on {since}.</source>
   <translation>Le prix finirait le {until}, avant de commencer le {since}.</translation>
  </message>
  <message>
   <source>The price {price} of article {article} cannot be.</source>
   <translation>Le prix {price} de l’article {article} est impossible.</translation>
  </message>
  <message>
   <source>The prices of {code} are in {currency}.</source>
   <translation>Les prix de {code} sont en {currency}.</translation>
  </message>
  <message>
   <source>The printer at {_target} does not answer.</source>
   <translation>L’imprimante {_target} ne répond pas.</translation>
  </message>
  <message>
   <source>The printer {name} did not take the paper.</source>
   <translation>L’imprimante {name} n’a pas pris le document.</translation>
  </message>
  <message>
   <source>The printer {name} takes no papers now.</source>
   <translation>L’imprimante {name} ne prend pas de documents en ce moment.</translation>
  </message>
  <message>
   <source>The profile has no section for {kind}.</source>
   <translation>Le profil n’a pas de section {kind}.</translation>
  </message>
  <message>
   <source>The profile joins both: name both files.</source>
   <translation>Le profil réunit les deux : nommez les deux fichiers.</translation>
  </message>
  <message>
   <source>The program ends.</source>
   <translation>Le programme se ferme.</translation>
  </message>
  <message>
   <source>The quantity is in {unit}, the price in {priced}.</source>
   <translation>La quantité est en {unit}, le prix en {priced}.</translation>
  </message>
  <message>
   <source>The quantity {qty} cannot be ordered.</source>
   <translation>La quantité {qty} ne se commande pas.</translation>
  </message>
  <message>
   <source>The quantity {qty} of article {article} cannot be ordered.</source>
   <translation>La quantité {qty} de l’article {article} ne se commande pas.</translation>
  </message>
  <message>
   <source>The role {rolname} is not as Quai makes it: it {value}. Nothing was changed.</source>
   <translation>Le rôle {rolname} n’est pas celui que crée Quai : {value}. Rien n’a été modifié.</translation>
  </message>
  <message>
   <source>The role {value} has no limits.</source>
   <translation>Le rôle {value} n’a pas de plafond.</translation>
  </message>
  <message>
   <source>The row names no price list.</source>
   <translation>La ligne ne nomme aucune liste de prix.</translation>
  </message>
  <message>
   <source>The rule does nothing.</source>
   <translation>La règle ne fait rien.</translation>
  </message>
  <message>
   <source>The rule names no service.</source>
   <translation>La règle ne nomme aucun service.</translation>
  </message>
  <message>
   <source>The rule would never be asked.</source>
   <translation>La règle ne serait jamais appliquée.</translation>
  </message>
  <message>
   <source>The same file was given twice.</source>
   <translation>Le même fichier a été donné deux fois.</translation>
  </message>
  <message>
   <source>The same order is here already: {of}.</source>
   <translation>La même commande est déjà là : {of}.</translation>
  </message>
  <message>
   <source>The scale on {port} does not answer. {why}</source>
   <translation>La balance sur {port} ne répond pas. {why}</translation>
  </message>
  <message>
   <source>The scale on {port} says nothing.</source>
   <translation>La balance sur {port} n’envoie rien.</translation>
  </message>
  <message>
   <source>The schema quai belongs to {owner}.</source>
   <translation>Le schéma quai appartient à {owner}.</translation>
  </message>
  <message>
   <source>The sender's address is too long for a label ({text} characters).</source>
   <translation>L’adresse de l’expéditeur est trop longue pour une étiquette ({text} caractères).</translation>
  </message>
  <message>
   <source>The server and this computer do not agree on encryption.</source>
   <translation>Le serveur et cet ordinateur ne s’accordent pas sur le chiffrement.</translation>
  </message>
  <message>
   <source>The server does not let this login in from this computer.</source>
   <translation>Le serveur refuse cet identifiant depuis cet ordinateur.</translation>
  </message>
  <message>
   <source>The server is PostgreSQL {version}; that is too old.</source>
   <translation>Le serveur est PostgreSQL {version} ; c’est trop ancien.</translation>
  </message>
  <message>
   <source>The server refuses the connection.</source>
   <translation>Le serveur refuse la connexion.</translation>
  </message>
  <message>
   <source>The server's administrator gave or took this role by hand.</source>
   <translation>L’administrateur du serveur a donné ou retiré ce rôle à la main.</translation>
  </message>
  <message>
   <source>The settings in {path} cannot be used: {error}</source>
   <translation>Les réglages de {path} sont inutilisables : {error}</translation>
  </message>
  <message>
   <source>The settings in {path} name a mail server and no sender.</source>
   <translation>Les réglages de {path} nomment un serveur de courriel sans expéditeur.</translation>
  </message>
  <message>
   <source>The shipment line is for another product, warehouse or owner.</source>
   <translation>La ligne d’expédition est pour un autre article, entrepôt ou propriétaire.</translation>
  </message>
  <message>
   <source>The shop gave {amount} back.</source>
   <translation>La boutique a remboursé {amount}.</translation>
  </message>
  <message>
   <source>The shop says that this was sent before ({status}).</source>
   <translation>La boutique dit que c’est déjà parti ({status}).</translation>
  </message>
  <message>
   <source>The sign-in is not accepted.</source>
   <translation>La connexion est refusée.</translation>
  </message>
  <message>
   <source>The subject of a letter is one line.</source>
   <translation>L’objet d’une lettre tient sur une ligne.</translation>
  </message>
  <message>
   <source>The text holds signs that cannot be shown.</source>
   <translation>Le texte contient des signes qui ne peuvent pas être affichés.</translation>
  </message>
  <message>
   <source>The title is too long for the card.</source>
   <translation>Le titre est trop long pour la carte.</translation>
  </message>
  <message>
   <source>The tracking number {tracking} cannot be a barcode.</source>
   <translation>Le numéro de suivi {tracking} ne peut pas être un code-barres.</translation>
  </message>
  <message>
   <source>The tracking number {tracking} is too long for a label.</source>
   <translation>Le numéro de suivi {tracking} est trop long pour une étiquette.</translation>
  </message>
  <message>
   <source>The unit {unit} of article {article} is not known.</source>
   <translation>L’unité {unit} de l’article {article} est inconnue.</translation>
  </message>
  <message>
   <source>The warehouse has no place of kind {value}.</source>
   <translation>L’entrepôt n’a pas d’emplacement de type « {value} ».</translation>
  </message>
  <message>
   <source>The way of shipping {service} is none of our carriers' services.</source>
   <translation>Le mode d’envoi {service} n’est aucun service de nos transporteurs.</translation>
  </message>
  <message>
   <source>The words {words} are too long for the card.</source>
   <translation>Les mots {words} sont trop longs pour la carte.</translation>
  </message>
  <message>
   <source>The {_LABELS} is missing.</source>
   <translation>Il manque : {_LABELS}.</translation>
  </message>
  <message>
   <source>The {field} holds characters that cannot be printed: U+{character3}.</source>
   <translation>Caractères non imprimables ({field}) : U+{character3}.</translation>
  </message>
  <message>
   <source>The {field} holds characters that cannot be printed: {character} (U+{character2}).</source>
   <translation>Caractères non imprimables ({field}) : {character} (U+{character2}).</translation>
  </message>
  <message>
   <source>The {field} holds characters that cannot be printed: {value}.</source>
   <translation>Caractères non imprimables ({field}) : {value}.</translation>
  </message>
  <message>
   <source>The {field} is too long for a label: {text}.</source>
   <translation>Trop long pour une étiquette ({field}) : {text}.</translation>
  </message>
  <message>
   <source>The {field} is too long for its place on the form: {text}.</source>
   <translation>Trop long pour sa place sur le formulaire ({field}) : {text}.</translation>
  </message>
  <message>
   <source>The {field} is too long for the form ({text} characters).</source>
   <translation>Trop long pour le formulaire ({field}, {text} caractères).</translation>
  </message>
  <message>
   <source>The {label} holds characters that cannot be printed.</source>
   <translation>Caractères non imprimables : {label}.</translation>
  </message>
  <message>
   <source>The {label} is missing; {country} needs it.</source>
   <translation>Il manque : {label} (nécessaire, {country}).</translation>
  </message>
  <message>
   <source>The {what} begins like a formula: {text}.</source>
   <translation>Le champ {what} commence comme une formule : {text}.</translation>
  </message>
  <message>
   <source>The {what} has more than {_MOST_FRACTION_DIGITS} decimals.</source>
   <translation>Plus de {_MOST_FRACTION_DIGITS} décimales : {what}.</translation>
  </message>
  <message>
   <source>The {what} has {text} characters.</source>
   <translation>Trop long ({what}) : {text} caractères.</translation>
  </message>
  <message>
   <source>The {what} holds characters that cannot be printed.</source>
   <translation>Des caractères ne peuvent pas être imprimés ({what}).</translation>
  </message>
  <message>
   <source>The {what} is missing.</source>
   <translation>Il manque : {what}.</translation>
  </message>
  <message>
   <source>The {what} of the rule cannot be read: {why}.</source>
   <translation>Illisible dans la règle, {what} : {why}.</translation>
  </message>
  <message>
   <source>The {what} {value} is not a number of at most 12 digits.</source>
   <translation>{value} n’est pas un nombre de 12 chiffres au plus ({what}).</translation>
  </message>
  <message>
   <source>The {what} {value} is not between 0 and 1.</source>
   <translation>{value} n’est pas entre 0 et 1 ({what}).</translation>
  </message>
  <message>
   <source>The {whose} {name} has no address.</source>
   <translation>Pas d’adresse : {whose} {name}.</translation>
  </message>
  <message>
   <source>There are I, II and III.</source>
   <translation>Il y a I, II et III.</translation>
  </message>
  <message>
   <source>There are active, blocked.</source>
   <translation>Choix : actif, bloqué.</translation>
  </message>
  <message>
   <source>There are edifact, ubl.</source>
   <translation>Il y a edifact, ubl.</translation>
  </message>
  <message>
   <source>There are folder and imap.</source>
   <translation>Il y a folder et imap.</translation>
  </message>
  <message>
   <source>There are mail, edifact, ubl.</source>
   <translation>Il y a mail, edifact, ubl.</translation>
  </message>
  <message>
   <source>There are more than {MOST_ROWS} rows.</source>
   <translation>Il y a plus de {MOST_ROWS} lignes.</translation>
  </message>
  <message>
   <source>There are several warehouses.</source>
   <translation>Il y a plusieurs entrepôts.</translation>
  </message>
  <message>
   <source>There are {value}.</source>
   <translation>Choix : {value}.</translation>
  </message>
  <message>
   <source>There is a desk {values} already.</source>
   <translation>Il y a déjà un poste {values}.</translation>
  </message>
  <message>
   <source>There is a surcharge {name} already.</source>
   <translation>Il y a déjà un supplément {name}.</translation>
  </message>
  <message>
   <source>There is a warehouse {code} already.</source>
   <translation>Il y a déjà un entrepôt {code}.</translation>
  </message>
  <message>
   <source>There is no article {product_id}.</source>
   <translation>Il n’y a pas d’article {product_id}.</translation>
  </message>
  <message>
   <source>There is no carton {missing}.</source>
   <translation>Il n’y a pas de carton {missing}.</translation>
  </message>
  <message>
   <source>There is no channel {channel}.</source>
   <translation>Il n’y a pas de canal {channel}.</translation>
  </message>
  <message>
   <source>There is no command to print.</source>
   <translation>Il n’y a aucune commande à imprimer.</translation>
  </message>
  <message>
   <source>There is no customer {customer_id}, or no warehouse {warehouse_id}.</source>
   <translation>Il n’y a pas de client {customer_id}, ou pas d’entrepôt {warehouse_id}.</translation>
  </message>
  <message>
   <source>There is no customer {customer}.</source>
   <translation>Il n’y a pas de client {customer}.</translation>
  </message>
  <message>
   <source>There is no despatch advice as {despatch_advice}.</source>
   <translation>Il n’existe pas d’avis d’expédition en {despatch_advice}.</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>Fichier introuvable : {path}.</translation>
  </message>
  <message>
   <source>There is no kind of carrier {kind}.</source>
   <translation>Ce genre de transporteur n’existe pas : {kind}.</translation>
  </message>
  <message>
   <source>There is no kind of printer {name}.</source>
   <translation>Type d’imprimante inconnu : {name}.</translation>
  </message>
  <message>
   <source>There is no label to print.</source>
   <translation>Il n’y a aucune étiquette à imprimer.</translation>
  </message>
  <message>
   <source>There is no letter {kind}.</source>
   <translation>Il n’y a pas de lettre {kind}.</translation>
  </message>
  <message>
   <source>There is no location {missing}.</source>
   <translation>Emplacement introuvable : {missing}.</translation>
  </message>
  <message>
   <source>There is no order {order_id}.</source>
   <translation>Il n’y a pas de commande {order_id}.</translation>
  </message>
  <message>
   <source>There is no paper {document}.</source>
   <translation>Document inconnu : {document}.</translation>
  </message>
  <message>
   <source>There is no pick task {task_id}.</source>
   <translation>Ligne de préparation introuvable : {task_id}.</translation>
  </message>
  <message>
   <source>There is no place to label.</source>
   <translation>Il n’y a aucun emplacement à étiqueter.</translation>
  </message>
  <message>
   <source>There is no price list {list_code}.</source>
   <translation>Il n’y a pas de liste de prix {list_code}.</translation>
  </message>
  <message>
   <source>There is no price list {missing}.</source>
   <translation>Il n’y a pas de liste de prix {missing}.</translation>
  </message>
  <message>
   <source>There is no product without an SKU.</source>
   <translation>Il n’y a pas d’article sans référence.</translation>
  </message>
  <message>
   <source>There is no product {missing}.</source>
   <translation>Article introuvable : {missing}.</translation>
  </message>
  <message>
   <source>There is no product {product_id}.</source>
   <translation>Article introuvable : {product_id}.</translation>
  </message>
  <message>
   <source>There is no product {sku}.</source>
   <translation>Il n’y a pas d’article {sku}.</translation>
  </message>
  <message>
   <source>There is no profile called {name}.</source>
   <translation>Il n’y a pas de profil {name}.</translation>
  </message>
  <message>
   <source>There is no profile file {name}.</source>
   <translation>Fichier de profil introuvable : {name}.</translation>
  </message>
  <message>
   <source>There is no profile of tracking files called {name}.</source>
   <translation>Il n’y a pas de profil de fichiers de suivi nommé {name}.</translation>
  </message>
  <message>
   <source>There is no reason '{INCOMPLETE_IMPORT}' for holding orders that lost rows.</source>
   <translation>Il n’y a pas de motif « {INCOMPLETE_IMPORT} » pour bloquer les commandes incomplètes.</translation>
  </message>
  <message>
   <source>There is no reason {code}.</source>
   <translation>Motif inconnu : {code}.</translation>
  </message>
  <message>
   <source>There is no role {wrong}.</source>
   <translation>Rôle inconnu : {wrong}.</translation>
  </message>
  <message>
   <source>There is no room in the folder {folder}.</source>
   <translation>Il n’y a plus de place dans le dossier {folder}.</translation>
  </message>
  <message>
   <source>There is no room in the folder {where}.</source>
   <translation>Plus de place dans le dossier {where}.</translation>
  </message>
  <message>
   <source>There is no service {missing}.</source>
   <translation>Il n’y a pas de service {missing}.</translation>
  </message>
  <message>
   <source>There is no service {service}.</source>
   <translation>Il n’y a pas de service {service}.</translation>
  </message>
  <message>
   <source>There is no service {value} in use.</source>
   <translation>Il n’y a pas de service {value} en usage.</translation>
  </message>
  <message>
   <source>There is no shipment {missing}.</source>
   <translation>Expédition introuvable : {missing}.</translation>
  </message>
  <message>
   <source>There is no shipment {number}.</source>
   <translation>Il n’y a pas d’expédition {number}.</translation>
  </message>
  <message>
   <source>There is no shipment {shipment_id}.</source>
   <translation>Expédition introuvable : {shipment_id}.</translation>
  </message>
  <message>
   <source>There is no such count.</source>
   <translation>Inventaire introuvable.</translation>
  </message>
  <message>
   <source>There is no such database on the server.</source>
   <translation>Cette base n’existe pas sur le serveur.</translation>
  </message>
  <message>
   <source>There is no such login on the server.</source>
   <translation>Cet identifiant n’existe pas sur le serveur.</translation>
  </message>
  <message>
   <source>There is no such purchase line.</source>
   <translation>Ligne de commande fournisseur introuvable.</translation>
  </message>
  <message>
   <source>There is no such question.</source>
   <translation>Cette question n’existe pas.</translation>
  </message>
  <message>
   <source>There is no such receipt.</source>
   <translation>Bon de réception introuvable.</translation>
  </message>
  <message>
   <source>There is no such role.</source>
   <translation>Ce rôle n’existe pas.</translation>
  </message>
  <message>
   <source>There is no such {what}.</source>
   <translation>Introuvable : {what}.</translation>
  </message>
  <message>
   <source>There is no warehouse yet, and you may not make one.</source>
   <translation>Il n’y a pas encore d’entrepôt, et vous ne pouvez pas en créer.</translation>
  </message>
  <message>
   <source>There is no warehouse {code}.</source>
   <translation>Il n’y a pas d’entrepôt {code}.</translation>
  </message>
  <message>
   <source>There is no warehouse {value}.</source>
   <translation>Il n’y a pas d’entrepôt {value}.</translation>
  </message>
  <message>
   <source>There is no warehouse {wanted}.</source>
   <translation>Il n’y a pas d’entrepôt {wanted}.</translation>
  </message>
  <message>
   <source>There is no {what} {row_id}.</source>
   <translation>Introuvable : {what} {row_id}.</translation>
  </message>
  <message>
   <source>There is no {what} {value}.</source>
   <translation>Introuvable : {what} {value}.</translation>
  </message>
  <message>
   <source>There is nobody with the login {login}.</source>
   <translation>Personne n’a l’identifiant {login}.</translation>
  </message>
  <message>
   <source>There is not enough free stock for this promise.</source>
   <translation>Le stock disponible ne suffit pas pour cette réservation.</translation>
  </message>
  <message>
   <source>There is nothing here that this undo is for.</source>
   <translation>Il n’y a rien ici à annuler.</translation>
  </message>
  <message>
   <source>There is nothing of this article in that place.</source>
   <translation>Il n’y a rien de cet article à cet emplacement.</translation>
  </message>
  <message>
   <source>There is nothing to mark.</source>
   <translation>Il n’y a rien à marquer.</translation>
  </message>
  <message>
   <source>There is nothing to number.</source>
   <translation>Il n’y a rien à numéroter.</translation>
  </message>
  <message>
   <source>There is nothing to pack.</source>
   <translation>Il n’y a rien à emballer.</translation>
  </message>
  <message>
   <source>There is nothing to put back.</source>
   <translation>Il n’y a rien à remettre.</translation>
  </message>
  <message>
   <source>There is somebody with the login {login} already.</source>
   <translation>L’identifiant {login} est déjà pris.</translation>
  </message>
  <message>
   <source>These goods are not allocated to this shipment.</source>
   <translation>Cette marchandise n’est pas affectée à cette expédition.</translation>
  </message>
  <message>
   <source>These goods may not be sold: their place or their lot is blocked.</source>
   <translation>Cette marchandise ne peut pas être vendue : son emplacement ou son lot est bloqué.</translation>
  </message>
  <message>
   <source>These pieces are back in their bins.</source>
   <translation>Ces pièces sont de retour à leur place.</translation>
  </message>
  <message>
   <source>These pieces are not asked back any more.</source>
   <translation>Ces pièces ne sont plus à rendre.</translation>
  </message>
  <message>
   <source>These pieces lie in a parcel.</source>
   <translation>Ces pièces sont dans un colis.</translation>
  </message>
  <message>
   <source>These take it: {others}. Change the carrier, or pack it in two parcels.</source>
   <translation>Le prennent : {others}. Changez de transporteur, ou faites-en deux colis.</translation>
  </message>
  <message>
   <source>This announcement is being made, or was made.</source>
   <translation>Cette annonce est en cours, ou a été faite.</translation>
  </message>
  <message>
   <source>This cannot be a login.</source>
   <translation>Cela ne convient pas comme identifiant.</translation>
  </message>
  <message>
   <source>This cannot be a product's picture: {why}.</source>
   <translation>Cette image ne convient pas à un article : {why}.</translation>
  </message>
  <message>
   <source>This cannot be changed once it is written.</source>
   <translation>Cela ne se modifie plus une fois écrit.</translation>
  </message>
  <message>
   <source>This cannot be overridden, or not without a reason.</source>
   <translation>On ne peut pas passer outre, ou pas sans motif.</translation>
  </message>
  <message>
   <source>This cannot be the logo: {why}.</source>
   <translation>Ceci ne peut pas être le logo : {why}.</translation>
  </message>
  <message>
   <source>This count was undone already.</source>
   <translation>Cet inventaire a déjà été annulé.</translation>
  </message>
  <message>
   <source>This database holds Quai tables already.</source>
   <translation>Cette base contient déjà des tables de Quai.</translation>
  </message>
  <message>
   <source>This database holds no Quai tables yet.</source>
   <translation>Cette base ne contient pas encore de tables de Quai.</translation>
  </message>
  <message>
   <source>This database is a file: whoever may write the file can change anything in it, whatever roles are listed here.</source>
   <translation>Cette base est un fichier : qui peut écrire le fichier peut tout y modifier, quels que soient les rôles affichés ici.</translation>
  </message>
  <message>
   <source>This database is older than the program (it has version {found}, the program needs {SCHEMA_VERSION}).</source>
   <translation>Cette base est plus ancienne que le programme (version {found}, il faut la {SCHEMA_VERSION}).</translation>
  </message>
  <message>
   <source>This database was made by a newer program.</source>
   <translation>Cette base vient d’une version plus récente du programme.</translation>
  </message>
  <message>
   <source>This dispute is open.</source>
   <translation>Ce litige est ouvert.</translation>
  </message>
  <message>
   <source>This dispute is {state}.</source>
   <translation>Ce litige est {state}.</translation>
  </message>
  <message>
   <source>This exists already.</source>
   <translation>Cela existe déjà.</translation>
  </message>
  <message>
   <source>This file is no database.</source>
   <translation>Ce fichier n’est pas une base.</translation>
  </message>
  <message>
   <source>This hold is not there any more.</source>
   <translation>Ce blocage n’existe plus.</translation>
  </message>
  <message>
   <source>This import stood still for more than {STALE_MINUTES} minutes and was given up.</source>
   <translation>Cet import est resté arrêté plus de {STALE_MINUTES} minutes et a été abandonné.</translation>
  </message>
  <message>
   <source>This is no priority.</source>
   <translation>Ce n’est pas une priorité.</translation>
  </message>
  <message>
   <source>This is no signature from the screen.</source>
   <translation>Ce n’est pas une signature faite à l’écran.</translation>
  </message>
  <message>
   <source>This is not a database URL.</source>
   <translation>Ce n’est pas une adresse de base.</translation>
  </message>
  <message>
   <source>This is not on the open purchase order {number} of this warehouse.</source>
   <translation>Cela n’est pas sur la commande fournisseur ouverte {number} de cet entrepôt.</translation>
  </message>
  <message>
   <source>This is not the PIN of {name}.</source>
   <translation>Ce n’est pas le code PIN de {name}.</translation>
  </message>
  <message>
   <source>This is not the mirror of the move that it is to undo.</source>
   <translation>Ce n’est pas l’inverse du mouvement à annuler.</translation>
  </message>
  <message>
   <source>This is not the pick-up code of {number}.</source>
   <translation>Ce n’est pas le code de retrait de {number}.</translation>
  </message>
  <message>
   <source>This is not the pick-up code of {shipment}.</source>
   <translation>Ce n’est pas le code de retrait de {shipment}.</translation>
  </message>
  <message>
   <source>This is the pick-up code of {number}.</source>
   <translation>C’est le code de retrait de {number}.</translation>
  </message>
  <message>
   <source>This is too long for a letter: {text} characters, at most {most}.</source>
   <translation>C’est trop long pour une lettre : {text} caractères, {most} au plus.</translation>
  </message>
  <message>
   <source>This judgement was undone already.</source>
   <translation>Ce contrôle a déjà été annulé.</translation>
  </message>
  <message>
   <source>This kind of move does not go between these places.</source>
   <translation>Ce type de mouvement ne va pas entre ces emplacements.</translation>
  </message>
  <message>
   <source>This label is kept in another form than this desk's printer takes.</source>
   <translation>Cette étiquette est gardée dans un format que l’imprimante de ce poste n’accepte pas.</translation>
  </message>
  <message>
   <source>This label is kept in the language of its printer and cannot be shown.</source>
   <translation>Cette étiquette est gardée dans le langage de son imprimante et ne peut pas être affichée.</translation>
  </message>
  <message>
   <source>This label of parcel {sscc} is void; another one holds.</source>
   <translation>Cette étiquette du colis {sscc} est annulée ; une autre est valable.</translation>
  </message>
  <message>
   <source>This letter brought no file that orders are read from; a person has to read it.</source>
   <translation>Cette lettre n’apporte aucun fichier de commande ; quelqu’un doit la lire.</translation>
  </message>
  <message>
   <source>This letter has no blank called {blank}.</source>
   <translation>Cette lettre n’a pas de champ nommé {blank}.</translation>
  </message>
  <message>
   <source>This line cannot be read: a quotation mark is not closed, or a field is too long.</source>
   <translation>Cette ligne est illisible : un guillemet n’est pas fermé, ou un champ est trop long.</translation>
  </message>
  <message>
   <source>This line holds a NUL.</source>
   <translation>Cette ligne contient un caractère nul.</translation>
  </message>
  <message>
   <source>This line is not written in UTF-8.</source>
   <translation>Cette ligne n’est pas en UTF-8.</translation>
  </message>
  <message>
   <source>This login may not change the database's schema.</source>
   <translation>Cet identifiant ne peut pas modifier le schéma de la base.</translation>
  </message>
  <message>
   <source>This login may not use this database.</source>
   <translation>Cet identifiant ne peut pas utiliser cette base.</translation>
  </message>
  <message>
   <source>This login of the server was not made by Quai.</source>
   <translation>Cet identifiant du serveur n’a pas été créé par Quai.</translation>
  </message>
  <message>
   <source>This lot is not of {sku}.</source>
   <translation>Ce lot n’est pas de {sku}.</translation>
  </message>
  <message>
   <source>This lot is of another article.</source>
   <translation>Ce lot est d’un autre article.</translation>
  </message>
  <message>
   <source>This move was undone already.</source>
   <translation>Ce mouvement a déjà été annulé.</translation>
  </message>
  <message>
   <source>This operation key was used for something else.</source>
   <translation>Cette clé d’opération a servi à autre chose.</translation>
  </message>
  <message>
   <source>This order has open questions: {questions}.</source>
   <translation>Cette commande a des questions en suspens : {questions}.</translation>
  </message>
  <message>
   <source>This pallet has no label yet.</source>
   <translation>Cette palette n’a pas encore d’étiquette.</translation>
  </message>
  <message>
   <source>This paper cannot be read.</source>
   <translation>Ce document ne peut pas être lu.</translation>
  </message>
  <message>
   <source>This paper cannot be shown.</source>
   <translation>Ce document ne peut pas être affiché.</translation>
  </message>
  <message>
   <source>This paper is not stored.</source>
   <translation>Ce document n’est pas conservé.</translation>
  </message>
  <message>
   <source>This paper names a customer, and you may not read addresses.</source>
   <translation>Ce document nomme un client, et vous ne pouvez pas lire les adresses.</translation>
  </message>
  <message>
   <source>This paper names a customer: it waits for somebody who may read addresses.</source>
   <translation>Ce document nomme un client : il attend quelqu’un qui peut lire les adresses.</translation>
  </message>
  <message>
   <source>This parcel has no label yet.</source>
   <translation>Ce colis n’a pas encore d’étiquette.</translation>
  </message>
  <message>
   <source>This parcel is not an open parcel of {number}.</source>
   <translation>Ce colis n’est pas un colis ouvert de {number}.</translation>
  </message>
  <message>
   <source>This payment is not verified.</source>
   <translation>Ce paiement n’est pas vérifié.</translation>
  </message>
  <message>
   <source>This payment is verified already.</source>
   <translation>Ce paiement est déjà vérifié.</translation>
  </message>
  <message>
   <source>This person may not do this ({permission}).</source>
   <translation>Cette personne n’a pas ce droit ({permission}).</translation>
  </message>
  <message>
   <source>This program is older than its database (it knows version {SCHEMA_VERSION}, the database has {found}).</source>
   <translation>Ce programme est plus ancien que sa base (il connaît la version {SCHEMA_VERSION}, la base a la {found}).</translation>
  </message>
  <message>
   <source>This row is of list {named}, and not of {list_code}.</source>
   <translation>Cette ligne est de la liste {named}, et non de {list_code}.</translation>
  </message>
  <message>
   <source>This serial number is not in that place.</source>
   <translation>Ce numéro de série n’est pas à cet emplacement.</translation>
  </message>
  <message>
   <source>This server has no Quai roles yet.</source>
   <translation>Ce serveur n’a pas encore les rôles de Quai.</translation>
  </message>
  <message>
   <source>This step does not follow from the present state.</source>
   <translation>Cette étape ne suit pas l’état actuel.</translation>
  </message>
  <message>
   <source>This step is not to be found.</source>
   <translation>Cette étape est introuvable.</translation>
  </message>
  <message>
   <source>This step was undone already.</source>
   <translation>Cette étape a déjà été annulée.</translation>
  </message>
  <message>
   <source>This system knows no printer {_name}.</source>
   <translation>Ce système ne connaît pas l’imprimante {_name}.</translation>
  </message>
  <message>
   <source>This system knows no printer {name}.</source>
   <translation>Ce système ne connaît pas d’imprimante {name}.</translation>
  </message>
  <message>
   <source>This system's print service does not answer.</source>
   <translation>Le service d’impression du système ne répond pas.</translation>
  </message>
  <message>
   <source>This system's printing program lp is not here.</source>
   <translation>Le programme d’impression lp manque sur ce système.</translation>
  </message>
  <message>
   <source>This view holds too much to be kept.</source>
   <translation>Cette vue contient trop de choses pour être enregistrée.</translation>
  </message>
  <message>
   <source>This warehouse has no packing place.</source>
   <translation>Cet entrepôt n’a pas de poste d’emballage.</translation>
  </message>
  <message>
   <source>Too big for every box: {goods}. Pack it as it is.</source>
   <translation>Trop grand pour tous les cartons : {goods}. Emballez-le tel quel.</translation>
  </message>
  <message>
   <source>Too big for {box}: {goods}. Take a larger box.</source>
   <translation>Trop grand pour {box} : {goods}. Prenez un carton plus grand.</translation>
  </message>
  <message>
   <source>Too fragile for an envelope: {goods}. Take a box.</source>
   <translation>Trop fragile pour une pochette : {goods}. Prenez un carton.</translation>
  </message>
  <message>
   <source>Too heavy for every box: {goods}. Send it on a pallet.</source>
   <translation>Trop lourd pour tous les cartons : {goods}. Expédiez-le sur palette.</translation>
  </message>
  <message>
   <source>Too heavy for {box}: {goods}. Take a stronger box.</source>
   <translation>Trop lourd pour {box} : {goods}. Prenez un carton plus solide.</translation>
  </message>
  <message>
   <source>Try again in a moment.</source>
   <translation>Réessayez dans un instant.</translation>
  </message>
  <message>
   <source>Try again.</source>
   <translation>Réessayez.</translation>
  </message>
  <message>
   <source>Try it again, or cancel it.</source>
   <translation>Le réessayer, ou l’annuler.</translation>
  </message>
  <message>
   <source>Two charges are for the same service, country, currency and value.</source>
   <translation>Deux frais sont pour les mêmes service, pays, monnaie et valeur.</translation>
  </message>
  <message>
   <source>Two conditions are about {name}.</source>
   <translation>Deux conditions portent sur {name}.</translation>
  </message>
  <message>
   <source>Two of the files are called {twice}.</source>
   <translation>Deux des fichiers s’appellent {twice}.</translation>
  </message>
  <message>
   <source>Two prices are for the same product, quantity and day.</source>
   <translation>Deux prix sont pour les mêmes article, quantité et jour.</translation>
  </message>
  <message>
   <source>Type it instead of pasting it.</source>
   <translation>Saisissez au lieu de coller.</translation>
  </message>
  <message>
   <source>Type the password again in the settings of the source.</source>
   <translation>Tapez à nouveau le mot de passe dans les réglages de la source.</translation>
  </message>
  <message>
   <source>Type them again instead of copying.</source>
   <translation>Saisissez-les au lieu de les copier.</translation>
  </message>
  <message>
   <source>UN {number}</source>
   <translation>UN {number}</translation>
  </message>
  <message>
   <source>UNT at segment {place} ends no message</source>
   <translation>UNT au segment {place} ne termine aucun message</translation>
  </message>
  <message>
   <source>UNZ at segment {place} cuts a message off</source>
   <translation>UNZ au segment {place} coupe un message</translation>
  </message>
  <message>
   <source>Undo delivered in Shipments, or at Dispatch what was fetched at the counter, then handing over.</source>
   <translation>Annulez la livraison dans Expéditions, ou dans Départ ce qui a été retiré au comptoir, puis la remise.</translation>
  </message>
  <message>
   <source>Undo handing over in Shipments first; then its paper is scanned here again.</source>
   <translation>Annulez d’abord la remise dans Expéditions ; son papier se scanne ensuite ici à nouveau.</translation>
  </message>
  <message>
   <source>Undo the inspections first.</source>
   <translation>Annulez d’abord les contrôles.</translation>
  </message>
  <message>
   <source>Undo the latest step first.</source>
   <translation>Annulez d’abord la dernière étape.</translation>
  </message>
  <message>
   <source>Undo the pick first.</source>
   <translation>Annulez d’abord le prélèvement.</translation>
  </message>
  <message>
   <source>Undo the step where it was done.</source>
   <translation>Annulez l’étape là où elle a été faite.</translation>
  </message>
  <message>
   <source>Up to {up_to_g} g costs less in zone {zone_name} than a lighter parcel.</source>
   <translation>Jusqu’à {up_to_g} g, la zone {zone_name} coûte moins qu’un colis plus léger.</translation>
  </message>
  <message>
   <source>Use 2 to 31 small letters, digits, dots, dashes or underscores, a letter first; not a system's own name.</source>
   <translation>Utilisez 2 à 31 minuscules, chiffres, points, tirets ou soulignés, une lettre d’abord ; pas un nom réservé au système.</translation>
  </message>
  <message>
   <source>Use 2 to 31 small letters, digits, dots, dashes or underscores.</source>
   <translation>Utilisez 2 à 31 minuscules, chiffres, points, tirets ou soulignés.</translation>
  </message>
  <message>
   <source>Use an older copy.</source>
   <translation>Utilisez une copie plus ancienne.</translation>
  </message>
  <message>
   <source>Use digits alone.</source>
   <translation>Utilisez seulement des chiffres.</translation>
  </message>
  <message>
   <source>Use letters and digits without accents.</source>
   <translation>Utilisez des lettres et chiffres sans accents.</translation>
  </message>
  <message>
   <source>Use the digits 0 to 9 only.</source>
   <translation>Utilisez seulement les chiffres 0 à 9.</translation>
  </message>
  <message>
   <source>Use the three capitals of ISO 4217, such as EUR.</source>
   <translation>Utilisez les trois capitales de l’ISO 4217, comme EUR.</translation>
  </message>
  <message>
   <source>Use this program to set it.</source>
   <translation>Utilisez ce programme pour le définir.</translation>
  </message>
  <message>
   <source>Wait for receipts, or count the bins.</source>
   <translation>Attendez les réceptions, ou comptez les emplacements.</translation>
  </message>
  <message>
   <source>Wait or close it, then repeat the step; it is not done twice.</source>
   <translation>Attendez ou fermez-le, puis refaites l’étape ; elle ne comptera qu’une fois.</translation>
  </message>
  <message>
   <source>Warehouse {code}: {bins} locations.</source>
   <translation>Entrepôt {code} : {bins} emplacements.</translation>
  </message>
  <message>
   <source>Warehouse {warehouse_id} has no place {kind}.</source>
   <translation>L’entrepôt {warehouse_id} n’a pas d’emplacement {kind}.</translation>
  </message>
  <message>
   <source>Warehouse, products, customers, people</source>
   <translation>Entrepôt, articles, clients, personnes</translation>
  </message>
  <message>
   <source>Weigh it, or type its weight.</source>
   <translation>Pesez-le, ou tapez son poids.</translation>
  </message>
  <message>
   <source>What answers at {host}:{port} is no PostgreSQL server.</source>
   <translation>Ce qui répond à {host}:{port} n’est pas un serveur PostgreSQL.</translation>
  </message>
  <message>
   <source>What is dangerous is said in the product's fields.</source>
   <translation>Ce qui est dangereux se dit dans les champs de l’article.</translation>
  </message>
  <message>
   <source>What is on its way to the printer cannot be called back.</source>
   <translation>Ce qui part à l’imprimante ne peut plus être rappelé.</translation>
  </message>
  <message>
   <source>What is to follow stays there; call a supervisor if it must go with this one.</source>
   <translation>Ce qui doit suivre y reste ; appelez un responsable si cela doit partir avec celle-ci.</translation>
  </message>
  <message>
   <source>What is typed cannot be kept on this desk.</source>
   <translation>La saisie ne peut pas être conservée sur ce poste.</translation>
  </message>
  <message>
   <source>What the scale on {port} sends is not understood as {spoken}.</source>
   <translation>Ce que la balance sur {port} envoie n’est pas du {spoken}.</translation>
  </message>
  <message>
   <source>What was fetched for {number} lies in a parcel.</source>
   <translation>Ce qui a été cherché pour {number} est dans un colis.</translation>
  </message>
  <message>
   <source>What was paid back stays judged.</source>
   <translation>Ce qui est remboursé reste contrôlé.</translation>
  </message>
  <message>
   <source>What was recorded stays recorded.</source>
   <translation>Ce qui est enregistré reste enregistré.</translation>
  </message>
  <message>
   <source>What was scanned last for {number} lies in no open parcel.</source>
   <translation>Ce qui a été scanné en dernier pour {number} n’est dans aucun colis ouvert.</translation>
  </message>
  <message>
   <source>Which {sku} is damaged? Its serial number says it.</source>
   <translation>Quelle pièce {sku} est abîmée ? Son numéro de série le dit.</translation>
  </message>
  <message>
   <source>Without {sku} parcel {position} would be empty.</source>
   <translation>Sans {sku}, le colis {position} serait vide.</translation>
  </message>
  <message>
   <source>Write 0 to {MOST_DAYS} days.</source>
   <translation>Écrivez de 0 à {MOST_DAYS} jours.</translation>
  </message>
  <message>
   <source>Write 0 where there is none.</source>
   <translation>Écrivez 0 s’il n’y en a pas.</translation>
  </message>
  <message>
   <source>Write 1 to {LONGEST} printable characters.</source>
   <translation>Écrivez de 1 à {LONGEST} caractères imprimables.</translation>
  </message>
  <message>
   <source>Write 1 to {MOST_DAYS_BACK}.</source>
   <translation>Écrivez de 1 à {MOST_DAYS_BACK}.</translation>
  </message>
  <message>
   <source>Write 12345 for Monday to Friday.</source>
   <translation>Écrivez 12345 pour lundi à vendredi.</translation>
  </message>
  <message>
   <source>Write 15 % as 0.15.</source>
   <translation>Écrivez 0.15 pour 15 %.</translation>
  </message>
  <message>
   <source>Write 3, or a day as 2026-12-24.</source>
   <translation>Écrivez 3, ou un jour comme 2026-12-24.</translation>
  </message>
  <message>
   <source>Write A-C or 1-10.</source>
   <translation>Écrivez A-C ou 1-10.</translation>
  </message>
  <message>
   <source>Write A-C, 1-10 or A,B,D.</source>
   <translation>Écrivez A-C, 1-10 ou A,B,D.</translation>
  </message>
  <message>
   <source>Write A-C, or 1-10.</source>
   <translation>Écrivez A-C, ou 1-10.</translation>
  </message>
  <message>
   <source>Write UN and four digits, as UN1950.</source>
   <translation>Écrivez UN et quatre chiffres, comme UN1950.</translation>
  </message>
  <message>
   <source>Write a whole number from {least} to {most}.</source>
   <translation>Écrivez un nombre entier de {least} à {most}.</translation>
  </message>
  <message>
   <source>Write an amount as 250.00, without thousands.</source>
   <translation>Écrivez un montant comme 250.00, sans séparateur de milliers.</translation>
  </message>
  <message>
   <source>Write blanks as {known}.</source>
   <translation>Écrivez les champs ainsi : {known}.</translation>
  </message>
  <message>
   <source>Write codes as the lists show them, commas between.</source>
   <translation>Écrivez les codes comme dans les listes, séparés par des virgules.</translation>
  </message>
  <message>
   <source>Write countries by two letters with blanks between, as FR BE; EU are the {EU} of the Union.</source>
   <translation>Écrivez les pays en deux lettres séparées par des espaces, comme FR BE ; EU désigne les {EU} de l’Union.</translation>
  </message>
  <message>
   <source>Write countries by two letters, as FR; EU stands for the Union.</source>
   <translation>Écrivez les pays en deux lettres, comme FR ; EU désigne l’Union.</translation>
  </message>
  <message>
   <source>Write currencies by three letters, as EUR.</source>
   <translation>Écrivez les devises en trois lettres, comme EUR.</translation>
  </message>
  <message>
   <source>Write currency and value, as EUR 1.17, USD 1.36.</source>
   <translation>Écrivez devise et valeur, comme EUR 1.17, USD 1.36.</translation>
  </message>
  <message>
   <source>Write host:port, such as 192.0.2.7:9100.</source>
   <translation>Écrivez hôte:port, comme 192.0.2.7:9100.</translation>
  </message>
  <message>
   <source>Write it as 16:30.</source>
   <translation>Écrivez comme 16:30.</translation>
  </message>
  <message>
   <source>Write it as Europe/Paris.</source>
   <translation>Écrivez comme Europe/Paris.</translation>
  </message>
  <message>
   <source>Write it as https://carrier.example/(tracking), with the number's place in braces.</source>
   <translation>Écrivez-la comme https://carrier.example/(tracking), la place du numéro entre accolades.</translation>
  </message>
  <message>
   <source>Write it as imaps://mail.example.com/INBOX, or with imap:// where the server begins with STARTTLS.</source>
   <translation>Écrivez-la imaps://mail.example.com/INBOX, ou avec imap:// si le serveur commence par STARTTLS.</translation>
  </message>
  <message>
   <source>Write it as name@example.com.</source>
   <translation>L’écrire comme nom@exemple.fr.</translation>
  </message>
  <message>
   <source>Write it as name@example.org.</source>
   <translation>Écrivez-la comme nom@example.org.</translation>
  </message>
  <message>
   <source>Write it in Latin, Greek or Cyrillic letters.</source>
   <translation>Écrivez en lettres latines, grecques ou cyrilliques.</translation>
  </message>
  <message>
   <source>Write it in the product's fields.</source>
   <translation>Écrivez-le dans les champs de l’article.</translation>
  </message>
  <message>
   <source>Write it in the product's fields; - where there is none.</source>
   <translation>Écrivez-le dans les champs de l’article ; - s’il n’y en a pas.</translation>
  </message>
  <message>
   <source>Write it in the product's fields; customs want it.</source>
   <translation>Écrivez-le dans les champs de l’article ; la douane l’exige.</translation>
  </message>
  <message>
   <source>Write it on one line.</source>
   <translation>Écrivez-le sur une ligne.</translation>
  </message>
  <message>
   <source>Write it, or leave the other fields about dangerous goods empty.</source>
   <translation>Écrivez-le, ou laissez vides les autres champs sur les marchandises dangereuses.</translation>
  </message>
  <message>
   <source>Write its number, as SH-2026-000123.</source>
   <translation>Écrivez son numéro, comme SH-2026-000123.</translation>
  </message>
  <message>
   <source>Write its two letters, as FR.</source>
   <translation>Écrivez ses deux lettres, comme FR.</translation>
  </message>
  <message>
   <source>Write one number.</source>
   <translation>Écrivez un seul nombre.</translation>
  </message>
  <message>
   <source>Write postgresql+psycopg://administrator@host/database.</source>
   <translation>Écrivez postgresql+psycopg://administrateur@hôte/base.</translation>
  </message>
  <message>
   <source>Write sender = "shop@example.com" under [mail].</source>
   <translation>Écrire sender = "boutique@exemple.fr" sous [mail].</translation>
  </message>
  <message>
   <source>Write sqlite:///file.db or postgresql+psycopg://user@host/database.</source>
   <translation>Écrivez sqlite:///fichier.db ou postgresql+psycopg://utilisateur@hôte/base.</translation>
  </message>
  <message>
   <source>Write the country's two letters and the number, as FR81234567800012.</source>
   <translation>Écrivez les deux lettres du pays et le numéro, comme FR81234567800012.</translation>
  </message>
  <message>
   <source>Write the customer's code, or leave it empty for anybody.</source>
   <translation>Écrivez le code du client, ou laissez vide pour tous.</translation>
  </message>
  <message>
   <source>Write the label's number, as 3 or 2.1; subsidiary ones in brackets, as 6.1 (3).</source>
   <translation>Écrivez le numéro de l’étiquette, comme 3 ou 2.1 ; les subsidiaires entre parenthèses, comme 6.1 (3).</translation>
  </message>
  <message>
   <source>Write the path from the root on.</source>
   <translation>Écrivez le chemin complet depuis la racine.</translation>
  </message>
  <message>
   <source>Write the path of the folder from the root on, with the carrier's fields.</source>
   <translation>Écrivez le chemin complet du dossier, dans la fiche du transporteur.</translation>
  </message>
  <message>
   <source>Write the rule anew.</source>
   <translation>Récrivez la règle.</translation>
  </message>
  <message>
   <source>Write their values into one.</source>
   <translation>Réunissez leurs valeurs en une seule.</translation>
  </message>
  <message>
   <source>Write to the customer by hand.</source>
   <translation>Écrivez vous-même au client.</translation>
  </message>
  <message>
   <source>Write two letters, such as FR.</source>
   <translation>Écrivez deux lettres, comme FR.</translation>
  </message>
  <message>
   <source>Write up to {LONGEST} printable characters.</source>
   <translation>Écrivez au plus {LONGEST} caractères imprimables.</translation>
  </message>
  <message>
   <source>Write what the next one should know.</source>
   <translation>Écrivez ce que la personne suivante doit savoir.</translation>
  </message>
  <message>
   <source>Write why the order may pass.</source>
   <translation>Écrivez pourquoi la commande peut passer.</translation>
  </message>
  <message>
   <source>You have a view {name} of this list already.</source>
   <translation>Vous avez déjà une vue {name} de cette liste.</translation>
  </message>
  <message>
   <source>You keep {MOST_VIEWS} views of this list already.</source>
   <translation>Vous gardez déjà {MOST_VIEWS} vues de cette liste.</translation>
  </message>
  <message>
   <source>Zone {zone_name} has no rates.</source>
   <translation>La zone {zone_name} n’a pas de tarif.</translation>
  </message>
  <message>
   <source>Zone {zone} has a price up to {up_to_g} g already.</source>
   <translation>La zone {zone} a déjà un prix jusqu’à {up_to_g} g.</translation>
  </message>
  <message>
   <source>a file of no type is not shown</source>
   <translation>un fichier sans type ne s’affiche pas</translation>
  </message>
  <message>
   <source>a folder to be written to</source>
   <translation>un dossier où l’écrire</translation>
  </message>
  <message>
   <source>a list was expected</source>
   <translation>une liste était attendue</translation>
  </message>
  <message>
   <source>a mapping was expected</source>
   <translation>un objet était attendu</translation>
  </message>
  <message>
   <source>a message begins at segment {place} before the last one ended</source>
   <translation>un message commence au segment {place} avant la fin du précédent</translation>
  </message>
  <message>
   <source>a row of {parent}</source>
   <translation>une ligne de {parent}</translation>
  </message>
  <message>
   <source>an interchange begins at segment {place} before the last one ended</source>
   <translation>un échange commence au segment {place} avant la fin du précédent</translation>
  </message>
  <message>
   <source>an order has no number (BGM)</source>
   <translation>une commande n’a pas de numéro (BGM)</translation>
  </message>
  <message>
   <source>an order has {count} lines, {MOST_LINES} are read at most</source>
   <translation>une commande a {count} lignes, on en lit {MOST_LINES} au plus</translation>
  </message>
  <message>
   <source>arrives on {arrives_on}, and it is wanted on {arrive_by}</source>
   <translation>arrive le {arrives_on}, alors qu’elle est voulue le {arrive_by}</translation>
  </message>
  <message>
   <source>at least one parcel</source>
   <translation>au moins un colis</translation>
  </message>
  <message>
   <source>at least one parcel with goods</source>
   <translation>au moins un colis avec des articles</translation>
  </message>
  <message>
   <source>bytes that are no UTF-16</source>
   <translation>octets qui ne sont pas de l’UTF-16</translation>
  </message>
  <message>
   <source>customer '{customer}' is blocked</source>
   <translation>le client « {customer} » est bloqué</translation>
  </message>
  <message>
   <source>docs/import-profiles.md explains every key.</source>
   <translation>docs/import-profiles.md explique chaque clé.</translation>
  </message>
  <message>
   <source>does not go to {place}</source>
   <translation>ne va pas vers {place}</translation>
  </message>
  <message>
   <source>has no rate for {charged} in zone {zone}</source>
   <translation>n’a pas de tarif pour {charged} en zone {zone}</translation>
  </message>
  <message>
   <source>has no rates here</source>
   <translation>n’a pas de tarif ici</translation>
  </message>
  <message>
   <source>host, user name and password are sent in plain letters and signs (ASCII), and one of them is not</source>
   <translation>le serveur, l’identifiant et le mot de passe s’envoient en lettres et signes simples (ASCII), ce que l’un d’eux n’est pas</translation>
  </message>
  <message>
   <source>is not offered</source>
   <translation>n’est pas proposé</translation>
  </message>
  <message>
   <source>is priced in {currency}</source>
   <translation>est tarifé en {currency}</translation>
  </message>
  <message>
   <source>it declares a document type or a style sheet</source>
   <translation>elle déclare un type de document ou une feuille de style</translation>
  </message>
  <message>
   <source>it does not begin with UNA or UNB</source>
   <translation>il ne commence pas par UNA ou UNB</translation>
  </message>
  <message>
   <source>it ends before its last segment UNZ; it was cut</source>
   <translation>il finit avant son dernier segment UNZ ; il a été coupé</translation>
  </message>
  <message>
   <source>it ends within segment {place}; it was cut</source>
   <translation>il finit dans le segment {place} ; il a été coupé</translation>
  </message>
  <message>
   <source>it goes to ?, not to {country2}</source>
   <translation>elle va vers ?, pas vers {country2}</translation>
  </message>
  <message>
   <source>it goes to {country}, not to {country2}</source>
   <translation>elle va vers {country}, pas vers {country2}</translation>
  </message>
  <message>
   <source>it has a header and no rows</source>
   <translation>il a un en-tête et aucune ligne</translation>
  </message>
  <message>
   <source>it has more than {MOST_COLUMNS} columns</source>
   <translation>il a plus de {MOST_COLUMNS} colonnes</translation>
  </message>
  <message>
   <source>it has more than {MOST_ROWS} rows</source>
   <translation>il a plus de {MOST_ROWS} lignes</translation>
  </message>
  <message>
   <source>it has more than {MOST_SEGMENTS} segments</source>
   <translation>il a plus de {MOST_SEGMENTS} segments</translation>
  </message>
  <message>
   <source>it has no column {missing}</source>
   <translation>il n’a pas de colonne {missing}</translation>
  </message>
  <message>
   <source>it has no part {part}</source>
   <translation>il n’a pas de partie {part}</translation>
  </message>
  <message>
   <source>it has the column {twice} twice</source>
   <translation>il a deux fois la colonne {twice}</translation>
  </message>
  <message>
   <source>it holds &lt;{tag}&gt;</source>
   <translation>elle contient &lt;{tag}&gt;</translation>
  </message>
  <message>
   <source>it holds a NUL</source>
   <translation>il contient un octet nul</translation>
  </message>
  <message>
   <source>it holds a NUL byte</source>
   <translation>il contient un octet nul</translation>
  </message>
  <message>
   <source>it holds a NUL byte at {index}</source>
   <translation>il contient un octet nul à la place {index}</translation>
  </message>
  <message>
   <source>it holds more than {MOST_ORDERS} orders</source>
   <translation>il contient plus de {MOST_ORDERS} commandes</translation>
  </message>
  <message>
   <source>it holds no ORDERS but {others}</source>
   <translation>il ne contient pas d’ORDERS mais {others}</translation>
  </message>
  <message>
   <source>it holds no dangerous goods</source>
   <translation>elle ne contient pas de matières dangereuses</translation>
  </message>
  <message>
   <source>it holds no message</source>
   <translation>il ne contient aucun message</translation>
  </message>
  <message>
   <source>it holds no order</source>
   <translation>il ne contient aucune commande</translation>
  </message>
  <message>
   <source>it holds {plain}</source>
   <translation>elle contient {plain}</translation>
  </message>
  <message>
   <source>it holds {strange}</source>
   <translation>on y trouve {strange}</translation>
  </message>
  <message>
   <source>it is a {found}, not a UBL Order</source>
   <translation>c’est un {found}, pas une commande UBL</translation>
  </message>
  <message>
   <source>it is empty</source>
   <translation>il est vide</translation>
  </message>
  <message>
   <source>it is for another customer</source>
   <translation>elle est pour un autre client</translation>
  </message>
  <message>
   <source>it is larger than 1 MB</source>
   <translation>elle dépasse 1 Mo</translation>
  </message>
  <message>
   <source>it is larger than 512 kB</source>
   <translation>il dépasse 512 ko</translation>
  </message>
  <message>
   <source>it is larger than {value} MB unpacked</source>
   <translation>il dépasse {value} Mo une fois ouvert</translation>
  </message>
  <message>
   <source>it is no JSON text</source>
   <translation>ce n’est pas du texte JSON</translation>
  </message>
  <message>
   <source>it is no SVG file</source>
   <translation>ce n’est pas un fichier SVG</translation>
  </message>
  <message>
   <source>it is no sound XML at line {lineno}: {what}</source>
   <translation>ce n’est pas du XML correct à la ligne {lineno} : {what}</translation>
  </message>
  <message>
   <source>it is no whole JPEG file</source>
   <translation>ce n’est pas un fichier JPEG entier</translation>
  </message>
  <message>
   <source>it is no whole PNG file</source>
   <translation>ce n’est pas un fichier PNG entier</translation>
  </message>
  <message>
   <source>it is no whole PNG or JPEG file</source>
   <translation>ce n’est pas un fichier PNG ou JPEG entier</translation>
  </message>
  <message>
   <source>it is no whole SVG file</source>
   <translation>ce n’est pas un fichier SVG entier</translation>
  </message>
  <message>
   <source>it is no whole spreadsheet</source>
   <translation>ce n’est pas un tableur entier</translation>
  </message>
  <message>
   <source>it is not written in UTF-8</source>
   <translation>elle n’est pas écrite en UTF-8</translation>
  </message>
  <message>
   <source>it is {what}, not a text table</source>
   <translation>c’est {what}, pas un tableau de texte</translation>
  </message>
  <message>
   <source>it loads another file</source>
   <translation>elle charge un autre fichier</translation>
  </message>
  <message>
   <source>it measures {size} x {size2} points</source>
   <translation>elle mesure {size} x {size2} points</translation>
  </message>
  <message>
   <source>it measures {wide} x {high} points</source>
   <translation>il mesure {wide} x {high} points</translation>
  </message>
  <message>
   <source>it says that it is UTF-16 and is not</source>
   <translation>il se dit en UTF-16 et ne l’est pas</translation>
  </message>
  <message>
   <source>it weighs {weight_g}, less than {from_g}</source>
   <translation>elle pèse {weight_g}, moins de {from_g}</translation>
  </message>
  <message>
   <source>it weighs {weight_g}, more than {to_g}</source>
   <translation>elle pèse {weight_g}, plus de {to_g}</translation>
  </message>
  <message>
   <source>its bytes are neither UTF-8 nor Windows-1252</source>
   <translation>ses octets ne sont ni en UTF-8 ni en Windows-1252</translation>
  </message>
  <message>
   <source>its bytes are no text in the character set {identifier}</source>
   <translation>ses octets ne sont pas du texte dans le jeu de caractères {identifier}</translation>
  </message>
  <message>
   <source>its character set {identifier} is not known</source>
   <translation>son jeu de caractères {identifier} est inconnu</translation>
  </message>
  <message>
   <source>its envelope holds {inside} documents</source>
   <translation>son enveloppe contient {inside} documents</translation>
  </message>
  <message>
   <source>its longest side has {longest} mm, less than {from_mm} mm</source>
   <translation>son plus grand côté fait {longest} mm, moins de {from_mm} mm</translation>
  </message>
  <message>
   <source>its order {number} was refused</source>
   <translation>sa commande {number} a été refusée</translation>
  </message>
  <message>
   <source>its part {part} is spoilt</source>
   <translation>sa partie {part} est abîmée</translation>
  </message>
  <message>
   <source>its service characters {six} cannot be</source>
   <translation>ses caractères de service {six} sont impossibles</translation>
  </message>
  <message>
   <source>leaves on {leaves_on}, and {leave_by} is promised</source>
   <translation>part le {leaves_on}, alors que le {leave_by} est promis</translation>
  </message>
  <message>
   <source>line {line} has a cell of {cell} characters</source>
   <translation>la ligne {line} a une cellule de {cell} caractères</translation>
  </message>
  <message>
   <source>line {line} has {cells} cells, its header has {names}</source>
   <translation>la ligne {line} a {cells} cellules, l’en-tête en a {names}</translation>
  </message>
  <message>
   <source>line {line} names no order</source>
   <translation>la ligne {line} ne nomme aucune commande</translation>
  </message>
  <message>
   <source>line {line}: {error}</source>
   <translation>ligne {line} : {error}</translation>
  </message>
  <message>
   <source>line {line}: {reason}</source>
   <translation>ligne {line} : {reason}</translation>
  </message>
  <message>
   <source>no line of this order can be used</source>
   <translation>aucune ligne de cette commande n’est utilisable</translation>
  </message>
  <message>
   <source>order {number} has the same row already</source>
   <translation>la commande {number} a déjà la même ligne</translation>
  </message>
  <message>
   <source>order {number} stands in line {line} already</source>
   <translation>la commande {number} est déjà en ligne {line}</translation>
  </message>
  <message>
   <source>order {number} stands there {rows} times</source>
   <translation>la commande {number} s’y trouve {rows} fois</translation>
  </message>
  <message>
   <source>order {number} was imported before as {known} with other content; it stays as it is</source>
   <translation>la commande {number} a déjà été importée ({known}) avec un autre contenu ; elle reste telle quelle</translation>
  </message>
  <message>
   <source>sale is no kind of order.</source>
   <translation>sale n’est pas un genre de commande.</translation>
  </message>
  <message>
   <source>segment {place} ({tag}) stands before UNB</source>
   <translation>le segment {place} ({tag}) est avant UNB</translation>
  </message>
  <message>
   <source>segment {place} ({tag}) stands outside of a message</source>
   <translation>le segment {place} ({tag}) est hors d’un message</translation>
  </message>
  <message>
   <source>segment {place} begins with {tag}, which is no tag</source>
   <translation>le segment {place} commence par {tag}, qui n’est pas une étiquette</translation>
  </message>
  <message>
   <source>segment {place} has more than {MOST_PARTS} elements</source>
   <translation>le segment {place} a plus de {MOST_PARTS} éléments</translation>
  </message>
  <message>
   <source>segment {place} is longer than {LONGEST_SEGMENT} characters</source>
   <translation>le segment {place} dépasse {LONGEST_SEGMENT} caractères</translation>
  </message>
  <message>
   <source>takes parcels up to {most_girth} mm in girth and length, and this one has {girth} mm</source>
   <translation>prend les colis jusqu’à {most_girth} mm de pourtour et longueur, et celui-ci fait {girth} mm</translation>
  </message>
  <message>
   <source>takes parcels up to {most_g}, and this one weighs {weight}</source>
   <translation>prend les colis jusqu’à {most_g}, et celui-ci pèse {weight}</translation>
  </message>
  <message>
   <source>takes parcels up to {most_mm} mm long, and this one is {longest} mm long</source>
   <translation>prend les colis jusqu’à {most_mm} mm de long, et celui-ci fait {longest} mm</translation>
  </message>
  <message>
   <source>the amount of this order is too high</source>
   <translation>le montant de cette commande est trop élevé</translation>
  </message>
  <message>
   <source>the discount has more than six decimals as a fraction ({discount}); say round = 4 for this column</source>
   <translation>la remise a plus de six décimales en fraction ({discount}) ; mettez round = 4 pour cette colonne</translation>
  </message>
  <message>
   <source>the file is empty; its first row should be the header</source>
   <translation>le fichier est vide ; sa première ligne devrait être l’en-tête</translation>
  </message>
  <message>
   <source>the header names the column '{name}' {count} times; rename one</source>
   <translation>l’en-tête nomme {count} fois la colonne « {name} » ; renommez-en une</translation>
  </message>
  <message>
   <source>the moment {happened_at} UTC is yet to come; check the time zone</source>
   <translation>le moment {happened_at} UTC est encore à venir ; vérifier le fuseau horaire</translation>
  </message>
  <message>
   <source>the number of the parcel is empty</source>
   <translation>le numéro du colis est vide</translation>
  </message>
  <message>
   <source>the order has more than {MOST_LINES} lines</source>
   <translation>la commande a plus de {MOST_LINES} lignes</translation>
  </message>
  <message>
   <source>the order has no line</source>
   <translation>la commande n’a aucune ligne</translation>
  </message>
  <message>
   <source>the order has no number (ID)</source>
   <translation>la commande n’a pas de numéro (ID)</translation>
  </message>
  <message>
   <source>the order is open and holds no goods, only charges</source>
   <translation>la commande est ouverte et ne porte que des frais, aucune marchandise</translation>
  </message>
  <message>
   <source>the order is worth less</source>
   <translation>la commande vaut moins</translation>
  </message>
  <message>
   <source>the postcode ? does not begin with {postal_prefix}</source>
   <translation>le code postal ? ne commence pas par {postal_prefix}</translation>
  </message>
  <message>
   <source>the postcode {postal_code} does not begin with {postal_prefix}</source>
   <translation>le code postal {postal_code} ne commence pas par {postal_prefix}</translation>
  </message>
  <message>
   <source>the price has no currency; name one in the profile</source>
   <translation>le prix n’a pas de devise ; indiquez-en une dans le profil</translation>
  </message>
  <message>
   <source>the row has {cells}, the first row has {width}</source>
   <translation>la ligne a {cells}, la première ligne en a {width}</translation>
  </message>
  <message>
   <source>the row has {cells}, the header has {width}</source>
   <translation>la ligne a {cells}, l’en-tête en a {width}</translation>
  </message>
  <message>
   <source>there is no customer '{customer}'</source>
   <translation>il n’y a pas de client « {customer} »</translation>
  </message>
  <message>
   <source>there is no order {number} among the heads</source>
   <translation>il n’y a pas de commande {number} parmi les en-têtes</translation>
  </message>
  <message>
   <source>this row, too, differs from where order {number} begins</source>
   <translation>cette ligne aussi diffère du début de la commande {number}</translation>
  </message>
  <message>
   <source>travels on no day on which the warehouse works</source>
   <translation>ne circule aucun jour où l’entrepôt travaille</translation>
  </message>
  <message>
   <source>{actor} may not do this ({permission}).</source>
   <translation>{actor} n’a pas ce droit ({permission}).</translation>
  </message>
  <message>
   <source>{amount} has more decimals than {currency} has.</source>
   <translation>{amount} a plus de décimales que {currency}.</translation>
  </message>
  <message>
   <source>{answered_by} has answered the call of desk {desk}.</source>
   <translation>{answered_by} a répondu à l’appel du poste {desk}.</translation>
  </message>
  <message>
   <source>{asked} pieces of this line are asked back.</source>
   <translation>{asked} pièces de cette ligne sont à rendre.</translation>
  </message>
  <message>
   <source>{badge} is no badge's code.</source>
   <translation>{badge} n’est pas un code de badge.</translation>
  </message>
  <message>
   <source>{barcode} reads as something else: {value}.</source>
   <translation>{barcode} se lit comme autre chose : {value}.</translation>
  </message>
  <message>
   <source>{box} is not within the carrier's limits.</source>
   <translation>{box} dépasse les limites du transporteur.</translation>
  </message>
  <message>
   <source>{carrier} gives the tracking number {tracking}, which parcel {sscc} bears already.</source>
   <translation>{carrier} donne le numéro de suivi {tracking}, que porte déjà le colis {sscc}.</translation>
  </message>
  <message>
   <source>{carrier} has no folder to exchange files with: {text} is no whole path.</source>
   <translation>{carrier} n’a pas de dossier d’échange : {text} n’est pas un chemin complet.</translation>
  </message>
  <message>
   <source>{code} is a standard place of its warehouse: its code and kind stay, and it stays in use.</source>
   <translation>{code} est un emplacement standard de l’entrepôt : son code et son type restent, et il reste en service.</translation>
  </message>
  <message>
   <source>{code} is no country.</source>
   <translation>{code} n’est pas un pays.</translation>
  </message>
  <message>
   <source>{code} is no country: write its two letters, as FR.</source>
   <translation>{code} n’est pas un pays : écrivez ses deux lettres, comme FR.</translation>
  </message>
  <message>
   <source>{code} is no event of a parcel.</source>
   <translation>{code} n’est pas un évènement de colis.</translation>
  </message>
  <message>
   <source>{code} is no order, list or parcel to pack.</source>
   <translation>{code} n’est ni une commande, ni un bon, ni un colis à emballer.</translation>
  </message>
  <message>
   <source>{code} is no parcel.</source>
   <translation>{code} n’est pas un colis.</translation>
  </message>
  <message>
   <source>{code} is no place for sale of this warehouse.</source>
   <translation>{code} n’est pas un emplacement de vente de cet entrepôt.</translation>
  </message>
  <message>
   <source>{code} is no place of this warehouse where goods can lie.</source>
   <translation>{code} n’est pas un emplacement de cet entrepôt où poser de la marchandise.</translation>
  </message>
  <message>
   <source>{code} is no protocol of a scale.</source>
   <translation>{code} n’est pas un protocole de balance.</translation>
  </message>
  <message>
   <source>{code} is not a country code such as FR.</source>
   <translation>{code} n’est pas un code pays comme FR.</translation>
  </message>
  <message>
   <source>{code} is not approved by amount.</source>
   <translation>{code} ne s’approuve pas par montant.</translation>
  </message>
  <message>
   <source>{code} is this customer's number for {sku} already.</source>
   <translation>{code} est déjà le numéro de ce client pour {sku}.</translation>
  </message>
  <message>
   <source>{counted} cannot be counted.</source>
   <translation>{counted} n’est pas un comptage possible.</translation>
  </message>
  <message>
   <source>{country} is no country code.</source>
   <translation>{country} n’est pas un code pays.</translation>
  </message>
  <message>
   <source>{country} is no country.</source>
   <translation>{country} n’est pas un pays.</translation>
  </message>
  <message>
   <source>{country} is no country: write its two letters, as FR.</source>
   <translation>{country} n’est pas un pays : écrivez ses deux lettres, comme FR.</translation>
  </message>
  <message>
   <source>{currency} has {currency2} decimals.</source>
   <translation>{currency} a {currency2} décimales.</translation>
  </message>
  <message>
   <source>{currency} is not a currency.</source>
   <translation>{currency} n’est pas une devise.</translation>
  </message>
  <message>
   <source>{customers} customers in {value} countries.</source>
   <translation>{customers} clients dans {value} pays.</translation>
  </message>
  <message>
   <source>{customer} has this letter already.</source>
   <translation>{customer} a déjà reçu cette lettre.</translation>
  </message>
  <message>
   <source>{days} are no days of the week.</source>
   <translation>{days} ne sont pas des jours de la semaine.</translation>
  </message>
  <message>
   <source>{day} is over.</source>
   <translation>Le {day} est passé.</translation>
  </message>
  <message>
   <source>{discount} cannot be a customer's discount.</source>
   <translation>{discount} ne peut être la remise d’un client.</translation>
  </message>
  <message>
   <source>{discount} cannot be the discount of an order.</source>
   <translation>{discount} ne peut être la remise d’une commande.</translation>
  </message>
  <message>
   <source>{email} is no mail address.</source>
   <translation>{email} n’est pas une adresse électronique.</translation>
  </message>
  <message>
   <source>{file} cannot be opened as a database.</source>
   <translation>{file} ne s’ouvre pas comme une base.</translation>
  </message>
  <message>
   <source>{file} cannot be written: {strerror}.</source>
   <translation>{file} ne peut pas être écrit : {strerror}.</translation>
  </message>
  <message>
   <source>{file} is not there.</source>
   <translation>{file} est introuvable.</translation>
  </message>
  <message>
   <source>{file} is there already.</source>
   <translation>{file} existe déjà.</translation>
  </message>
  <message>
   <source>{folder} is no whole path of a folder.</source>
   <translation>{folder} n’est pas le chemin complet d’un dossier.</translation>
  </message>
  <message>
   <source>{grade} and {disposition} are no grade and disposition.</source>
   <translation>{grade} et {disposition} ne sont pas un grade et une décision.</translation>
  </message>
  <message>
   <source>{group_key}: {value}.</source>
   <translation>{group_key} : {value}.</translation>
  </message>
  <message>
   <source>{hazard_class} is no class of dangerous goods.</source>
   <translation>{hazard_class} n’est pas une classe de marchandises dangereuses.</translation>
  </message>
  <message>
   <source>{key} is too long for its box on the waybill ({shown} characters).</source>
   <translation>{key} : trop long pour sa case sur la lettre de voiture ({shown} caractères).</translation>
  </message>
  <message>
   <source>{kind} cannot be changed.</source>
   <translation>{kind} ne peut pas être modifié.</translation>
  </message>
  <message>
   <source>{kind} is no kind of order.</source>
   <translation>{kind} n’est pas un genre de commande.</translation>
  </message>
  <message>
   <source>{kind} is no kind of reason.</source>
   <translation>{kind} n’est pas un type de motif.</translation>
  </message>
  <message>
   <source>{kind} is no kind of source.</source>
   <translation>{kind} n’est pas une sorte de source.</translation>
  </message>
  <message>
   <source>{kind} is no kind of surcharge: write one of {value}.</source>
   <translation>{kind} n’est pas un genre de supplément : écrivez l’un de {value}.</translation>
  </message>
  <message>
   <source>{kind} is not a kind of box.</source>
   <translation>{kind} n’est pas un type de carton.</translation>
  </message>
  <message>
   <source>{kind} is not a kind of place.</source>
   <translation>{kind} n’est pas un type d’emplacement.</translation>
  </message>
  <message>
   <source>{labels} labels are more than one job may have.</source>
   <translation>{labels} étiquettes : trop pour une seule impression.</translation>
  </message>
  <message>
   <source>{label} belongs to no open order here.</source>
   <translation>{label} n’est dans aucune commande ouverte ici.</translation>
  </message>
  <message>
   <source>{label} does not belong to this shipment. Put it aside.</source>
   <translation>{label} n’est pas dans cette expédition. Mettez de côté.</translation>
  </message>
  <message>
   <source>{label} expired on {expires}. Do not send it.</source>
   <translation>{label} est périmé depuis le {expires}. Ne l’envoyez pas.</translation>
  </message>
  <message>
   <source>{label} is a pallet: only parcels stand on pallets.</source>
   <translation>{label} est une palette : seuls des colis se posent sur une palette.</translation>
  </message>
  <message>
   <source>{label} is a {kind} that does not belong here.</source>
   <translation>{label} ({kind}) n’a rien à faire ici.</translation>
  </message>
  <message>
   <source>{label} is a {kind}, no parcel.</source>
   <translation>{label} n’est pas un colis ({kind}).</translation>
  </message>
  <message>
   <source>{label} is a {kind}.</source>
   <translation>{label} : {kind}.</translation>
  </message>
  <message>
   <source>{label} is no order, list or parcel to pack.</source>
   <translation>{label} n’est ni une commande, ni un bon, ni un colis à emballer.</translation>
  </message>
  <message>
   <source>{label} is no parcel.</source>
   <translation>{label} n’est pas un colis.</translation>
  </message>
  <message>
   <source>{label} is open already.</source>
   <translation>{label} est déjà ouvert.</translation>
  </message>
  <message>
   <source>{label} stands for {ready} shipments to pack.</source>
   <translation>{label} désigne {ready} expéditions à emballer.</translation>
  </message>
  <message>
   <source>{label} stands for {ready} shipments to pack: {numbers}.</source>
   <translation>{label} désigne {ready} expéditions à emballer : {numbers}.</translation>
  </message>
  <message>
   <source>{label}: goods with this date were not picked.</source>
   <translation>{label} : rien n’a été prélevé avec cette date.</translation>
  </message>
  <message>
   <source>{label}: lot {lot} was not picked; picked: {picked}.</source>
   <translation>{label} : le lot {lot} n’a pas été prélevé ; prélevé : {picked}.</translation>
  </message>
  <message>
   <source>{label}: this shipment is open already.</source>
   <translation>{label} : cette expédition est déjà ouverte.</translation>
  </message>
  <message>
   <source>{label}: {counted} of {wanted}.</source>
   <translation>{label} : {counted} sur {wanted}.</translation>
  </message>
  <message>
   <source>{label}: {counted} of {wanted}. Everything is packed: close the parcel.</source>
   <translation>{label} : {counted} sur {wanted}. Tout est emballé : fermez le colis.</translation>
  </message>
  <message>
   <source>{label}: {pieces} scanned, but all {values} are packed.</source>
   <translation>{label} : scan de {pieces}, mais les {values} sont déjà emballés.</translation>
  </message>
  <message>
   <source>{label}: {pieces} scanned, but only {left} are left to pack.</source>
   <translation>{label} : scan de {pieces}, mais il n’en reste que {left} à emballer.</translation>
  </message>
  <message>
   <source>{label}: {there} in the open parcels of {shipment}.</source>
   <translation>{label} : {there} dans les colis ouverts de {shipment}.</translation>
  </message>
  <message>
   <source>{last} has {value} MB; a folder takes files up to {value2} MB.</source>
   <translation>{last} fait {value} Mo ; un dossier prend des fichiers jusqu’à {value2} Mo.</translation>
  </message>
  <message>
   <source>{last} is empty.</source>
   <translation>{last} est vide.</translation>
  </message>
  <message>
   <source>{left} more may be tried.</source>
   <translation>Essais restants : {left}.</translation>
  </message>
  <message>
   <source>{login} cannot be a login.</source>
   <translation>{login} ne convient pas comme identifiant.</translation>
  </message>
  <message>
   <source>{login} has no badge yet.</source>
   <translation>{login} n’a pas encore de badge.</translation>
  </message>
  <message>
   <source>{login} has no role in Quai.</source>
   <translation>{login} n’a aucun rôle dans Quai.</translation>
  </message>
  <message>
   <source>{login} is no administrator of this server, so it cannot make Quai's roles; nothing was changed.</source>
   <translation>{login} n’est pas administrateur de ce serveur et ne peut pas créer les rôles de Quai ; rien n’a été modifié.</translation>
  </message>
  <message>
   <source>{media_type} is not shown</source>
   <translation>{media_type} ne s’affiche pas</translation>
  </message>
  <message>
   <source>{message}; say round for this column</source>
   <translation>{message} ; mettez round pour cette colonne</translation>
  </message>
  <message>
   <source>{method} is no way to pay.</source>
   <translation>{method} n’est pas un moyen de paiement.</translation>
  </message>
  <message>
   <source>{name} belongs to {owner}.</source>
   <translation>{name} appartient à {owner}.</translation>
  </message>
  <message>
   <source>{name} bought a label and gives no tracking number</source>
   <translation>{name} a vendu une étiquette sans donner de numéro de suivi</translation>
  </message>
  <message>
   <source>{name} cannot be read.</source>
   <translation>{name} ne peut pas être lu.</translation>
  </message>
  <message>
   <source>{name} cannot be read: {error}.</source>
   <translation>{name} ne peut pas être lu : {error}.</translation>
  </message>
  <message>
   <source>{name} cannot be read: {strerror}.</source>
   <translation>{name} ne peut pas être lu : {strerror}.</translation>
  </message>
  <message>
   <source>{name} cannot be read: {why}.</source>
   <translation>{name} est illisible : {why}.</translation>
  </message>
  <message>
   <source>{name} gives the price {text} {currency}</source>
   <translation>{name} donne le prix {text} {currency}</translation>
  </message>
  <message>
   <source>{name} gives two tracking numbers for one parcel</source>
   <translation>{name} donne deux numéros de suivi pour un colis</translation>
  </message>
  <message>
   <source>{name} has no PIN.</source>
   <translation>{name} n’a pas de code PIN.</translation>
  </message>
  <message>
   <source>{name} has to give the password: too many wrong PINs.</source>
   <translation>{name} doit donner le mot de passe : trop de codes PIN faux.</translation>
  </message>
  <message>
   <source>{name} has {has}; a file of orders has {most} at most.</source>
   <translation>{name} a {has} ; un fichier de commandes a {most} au plus.</translation>
  </message>
  <message>
   <source>{name} is a table, and no import profile says what its columns are.</source>
   <translation>{name} est un tableau, et aucun profil d’import ne dit ce que sont ses colonnes.</translation>
  </message>
  <message>
   <source>{name} is in no format that orders are read from.</source>
   <translation>{name} n’est dans aucun format de commandes connu.</translation>
  </message>
  <message>
   <source>{name} is late, and nothing is faster.</source>
   <translation>{name} est en retard, et rien n’est plus rapide.</translation>
  </message>
  <message>
   <source>{name} is no text.</source>
   <translation>{name} n’est pas un texte.</translation>
  </message>
  <message>
   <source>{name} is not offered.</source>
   <translation>{name} n’est pas proposé.</translation>
  </message>
  <message>
   <source>{name} is not signed in at this desk.</source>
   <translation>{name} n’est pas connecté à ce poste.</translation>
  </message>
  <message>
   <source>{name} is not used any more.</source>
   <translation>{name} n’est plus utilisé.</translation>
  </message>
  <message>
   <source>{name} is too large for a table.</source>
   <translation>{name} est trop volumineux pour un tableau.</translation>
  </message>
  <message>
   <source>{name} names the label file {name2}</source>
   <translation>{name} nomme le fichier d’étiquette {name2}</translation>
  </message>
  <message>
   <source>{name} says: {said}</source>
   <translation>{name} répond : {said}</translation>
  </message>
  <message>
   <source>{name} takes no papers now.</source>
   <translation>{name} n’accepte pas de documents en ce moment.</translation>
  </message>
  <message>
   <source>{name} takes this paper only through its network address.</source>
   <translation>{name} n’accepte ce document que par son adresse réseau.</translation>
  </message>
  <message>
   <source>{name} was changed at another desk meanwhile.</source>
   <translation>{name} a été modifié entre-temps à un autre poste.</translation>
  </message>
  <message>
   <source>{name}: cannot tell whether it holds {titles}; it could be either.</source>
   <translation>{name} : impossible de savoir s’il contient {titles} ; les deux sont possibles.</translation>
  </message>
  <message>
   <source>{name}: cannot tell whether it holds {titles}; it fits neither by its name nor by its columns.</source>
   <translation>{name} : impossible de savoir s’il contient {titles} ; ni son nom ni ses colonnes ne conviennent.</translation>
  </message>
  <message>
   <source>{name}: more is at stake than you may approve.</source>
   <translation>{name} : le montant dépasse ce que vous pouvez approuver.</translation>
  </message>
  <message>
   <source>{name}: nothing is blocked by this.</source>
   <translation>{name} : ceci ne bloque rien.</translation>
  </message>
  <message>
   <source>{name}: the PIN is needed.</source>
   <translation>{name} : code PIN demandé.</translation>
  </message>
  <message>
   <source>{name}: this cannot be overridden.</source>
   <translation>{name} : on ne peut pas passer outre.</translation>
  </message>
  <message>
   <source>{name}: this is {state} already.</source>
   <translation>{name} : c’est déjà à l’état « {state} ».</translation>
  </message>
  <message>
   <source>{name}: this takes no approval.</source>
   <translation>{name} : ceci ne s’approuve pas.</translation>
  </message>
  <message>
   <source>{name}: this was not decided.</source>
   <translation>{name} : ceci n’a pas été réglé.</translation>
  </message>
  <message>
   <source>{name}: you may not approve this.</source>
   <translation>{name} : vous ne pouvez pas approuver ceci.</translation>
  </message>
  <message>
   <source>{number} and {number2} cannot be joined.</source>
   <translation>{number} et {number2} ne peuvent pas être réunies.</translation>
  </message>
  <message>
   <source>{number} cannot be taken back: {what} arrived or was lost on the way.</source>
   <translation>{number} ne peut pas être repris : {what} est arrivé ou perdu en route.</translation>
  </message>
  <message>
   <source>{number} changed meanwhile.</source>
   <translation>{number} a changé entre-temps.</translation>
  </message>
  <message>
   <source>{number} has been worked on since.</source>
   <translation>{number} a été traité entre-temps.</translation>
  </message>
  <message>
   <source>{number} has left. Take its dispatch back in Shipments first; then it opens here again.</source>
   <translation>{number} est partie. Annulez d’abord son départ dans Expéditions ; elle se rouvrira ensuite ici.</translation>
  </message>
  <message>
   <source>{number} has left; nothing is undone at the bench any more.</source>
   <translation>{number} est partie ; plus rien ne s’annule au poste.</translation>
  </message>
  <message>
   <source>{number} has no open parcel.</source>
   <translation>{number} n’a aucun colis ouvert.</translation>
  </message>
  <message>
   <source>{number} has no table yet.</source>
   <translation>{number} n’a pas encore de tableau.</translation>
  </message>
  <message>
   <source>{number} holds goods with serial numbers.</source>
   <translation>{number} contient des articles à numéro de série.</translation>
  </message>
  <message>
   <source>{number} is no order of customer {code}.</source>
   <translation>{number} n’est pas une commande du client {code}.</translation>
  </message>
  <message>
   <source>{number} is not a GTIN.</source>
   <translation>{number} n’est pas un GTIN.</translation>
  </message>
  <message>
   <source>{number} is open at a packing bench, and nothing is left in it.</source>
   <translation>{number} est ouverte à un poste d’emballage, et il n’y reste rien.</translation>
  </message>
  <message>
   <source>{number} is open.</source>
   <translation>{number} est ouverte.</translation>
  </message>
  <message>
   <source>{number} is packed in part, or nothing is picked for it.</source>
   <translation>{number} est emballée en partie, ou rien n’est prélevé.</translation>
  </message>
  <message>
   <source>{number} is packed.</source>
   <translation>{number} est emballée.</translation>
  </message>
  <message>
   <source>{number} is {state} already.</source>
   <translation>{number} : déjà à l’état « {state} ».</translation>
  </message>
  <message>
   <source>{number} waits for {reserved} pieces that are still to come.</source>
   <translation>{number} attend {reserved} pièces encore à venir.</translation>
  </message>
  <message>
   <source>{number} was gone on with at another bench.</source>
   <translation>{number} a été reprise à un autre poste.</translation>
  </message>
  <message>
   <source>{one} and {other} cannot be added or compared.</source>
   <translation>{one} et {other} ne s’additionnent ni ne se comparent.</translation>
  </message>
  <message>
   <source>{other} is no kind of row: write zone, rate or extra.</source>
   <translation>{other} n’est pas un genre de ligne : écrivez zone, rate ou extra.</translation>
  </message>
  <message>
   <source>{packed} pieces of {number} lie in parcels.</source>
   <translation>{packed} pièces de {number} sont dans des colis.</translation>
  </message>
  <message>
   <source>{packer} is packing {shipment}.</source>
   <translation>{packer} emballe {shipment}.</translation>
  </message>
  <message>
   <source>{packing_group} is no packing group.</source>
   <translation>{packing_group} n’est pas un groupe d’emballage.</translation>
  </message>
  <message>
   <source>{parcels} parcel(s) of {named} are not on {number}.</source>
   <translation>{parcels} colis de {named} ne sont pas sur {number}.</translation>
  </message>
  <message>
   <source>{parcels} parcel(s) of {shipment} are loaded on {pick_up}.</source>
   <translation>{parcels} colis de {shipment} sont chargés sur {pick_up}.</translation>
  </message>
  <message>
   <source>{parcels} parcel(s) of {shipment} have no label.</source>
   <translation>Colis sans étiquette pour {shipment} : {parcels}.</translation>
  </message>
  <message>
   <source>{parcels} parcel(s) of {what} stand on a pallet.</source>
   <translation>{parcels} colis de {what} sont sur une palette.</translation>
  </message>
  <message>
   <source>{part} does not go from a first to a last one.</source>
   <translation>{part} ne va pas d’un premier à un dernier.</translation>
  </message>
  <message>
   <source>{part} does not say what a special drawing right is worth.</source>
   <translation>{part} ne dit pas ce que vaut un droit de tirage spécial.</translation>
  </message>
  <message>
   <source>{part} is neither a name nor a range.</source>
   <translation>{part} n’est ni un nom ni une plage.</translation>
  </message>
  <message>
   <source>{path} cannot be read: {strerror}.</source>
   <translation>{path} ne peut pas être lu : {strerror}.</translation>
  </message>
  <message>
   <source>{payload} cannot become a GTIN.</source>
   <translation>{payload} ne peut pas devenir un GTIN.</translation>
  </message>
  <message>
   <source>{payload} is not a number.</source>
   <translation>{payload} n’est pas un nombre.</translation>
  </message>
  <message>
   <source>{person} people, at least one of every role.</source>
   <translation>{person} personnes, au moins une par rôle.</translation>
  </message>
  <message>
   <source>{picked_qty} is not short: {number} asks for {left}.</source>
   <translation>{picked_qty} n’est pas un manquant : {number} en demande {left}.</translation>
  </message>
  <message>
   <source>{pieces} cannot be picked for {number}; {left} are left.</source>
   <translation>Impossible d’en prélever {pieces} pour {number} ; il en reste {left}.</translation>
  </message>
  <message>
   <source>{pieces} of these pieces lie in a parcel of {shipment}.</source>
   <translation>{pieces} de ces pièces sont dans un colis de {shipment}.</translation>
  </message>
  <message>
   <source>{pieces} pieces of shipment {shipment} are picked already.</source>
   <translation>{pieces} pièces de l’expédition {shipment} sont déjà prélevées.</translation>
  </message>
  <message>
   <source>{prefix} is not a GS1 company prefix.</source>
   <translation>{prefix} n’est pas un préfixe entreprise GS1.</translation>
  </message>
  <message>
   <source>{problems} lines cannot be used; line {line}: {why}</source>
   <translation>{problems} lignes sont inutilisables ; ligne {line} : {why}</translation>
  </message>
  <message>
   <source>{problem} is no problem of goods.</source>
   <translation>{problem} n’est pas un défaut de marchandise.</translation>
  </message>
  <message>
   <source>{problem} is no problem that can be noted.</source>
   <translation>{problem} n’est pas un problème qui se note.</translation>
  </message>
  <message>
   <source>{problem} on line {number}</source>
   <translation>{problem} en ligne {number}</translation>
  </message>
  <message>
   <source>{problem}; check the encoding the profile names</source>
   <translation>{problem} ; vérifiez l’encodage indiqué dans le profil</translation>
  </message>
  <message>
   <source>{products} products with GTIN, weight and size.</source>
   <translation>{products} articles avec GTIN, poids et dimensions.</translation>
  </message>
  <message>
   <source>{program} failed: {lines}</source>
   <translation>Échec de {program} : {lines}</translation>
  </message>
  <message>
   <source>{program} is not installed.</source>
   <translation>{program} n’est pas installé.</translation>
  </message>
  <message>
   <source>{promised_on} is before the order came.</source>
   <translation>{promised_on} précède la commande.</translation>
  </message>
  <message>
   <source>{qty} cannot be credited: the line had {line_qty}, {credited_qty} of them are credited already.</source>
   <translation>Impossible d’en rembourser {qty} : la ligne en avait {line_qty}, dont {credited_qty} déjà remboursés.</translation>
  </message>
  <message>
   <source>{qty} cannot be split off a line of {qty2}.</source>
   <translation>Impossible d’en séparer {qty} d’une ligne de {qty2}.</translation>
  </message>
  <message>
   <source>{qty} cannot be taken out; {qty2} lie in the parcel.</source>
   <translation>Impossible d’en sortir {qty} ; le colis en contient {qty2}.</translation>
  </message>
  <message>
   <source>{qty} is no quantity for this step.</source>
   <translation>{qty} n’est pas une quantité possible ici.</translation>
  </message>
  <message>
   <source>{qty} of {sku} cannot be {problem}; {left} are left to pack.</source>
   <translation>{qty} {sku} : « {problem} » impossible ; il en reste {left} à emballer.</translation>
  </message>
  <message>
   <source>{qty} {sku} lie at the bench as before.</source>
   <translation>{qty} {sku} sont sur la table comme avant.</translation>
  </message>
  <message>
   <source>{qty} {sku} lie in the parcel again.</source>
   <translation>{qty} {sku} sont de nouveau dans le colis.</translation>
  </message>
  <message>
   <source>{qty} {sku} wanted instead, {free} free in stock.</source>
   <translation>{qty} {sku} à remplacer, {free} libres en stock.</translation>
  </message>
  <message>
   <source>{qty} {sku} {problem}: fetch others from {where}.</source>
   <translation>{qty} {sku} {problem} : allez en chercher à {where}.</translation>
  </message>
  <message>
   <source>{qty} {sku} {problem}: it follows with {number}.</source>
   <translation>{qty} {sku} {problem} : suit avec {number}.</translation>
  </message>
  <message>
   <source>{qty} {sku} {problem}: noted for a supervisor.</source>
   <translation>{qty} {sku} {problem} : noté pour un responsable.</translation>
  </message>
  <message>
   <source>{qty} {sku} {problem}: the shipment waits for it.</source>
   <translation>{qty} {sku} {problem} : l’expédition l’attend.</translation>
  </message>
  <message>
   <source>{reason} is no reason for a weight.</source>
   <translation>{reason} n’est pas un motif de poids.</translation>
  </message>
  <message>
   <source>{reason} is no reason to park a shipment.</source>
   <translation>{reason} n’est pas un motif de mise en attente.</translation>
  </message>
  <message>
   <source>{reason} is not a reason to {kind}.</source>
   <translation>{reason} n’est pas un motif admis ({kind}).</translation>
  </message>
  <message>
   <source>{refused} rows of the sample's closed orders are refused: {reason}</source>
   <translation>{refused} lignes des commandes clôturées de l’exemple sont refusées : {reason}</translation>
  </message>
  <message>
   <source>{service}: {why}.</source>
   <translation>{service} : {why}.</translation>
  </message>
  <message>
   <source>{shipment} goes to {country} without a customs declaration.</source>
   <translation>{shipment} va en {country} sans déclaration en douane.</translation>
  </message>
  <message>
   <source>{shipment} goes with no carrier.</source>
   <translation>{shipment} ne part avec aucun transporteur.</translation>
  </message>
  <message>
   <source>{shipment} goes with {carrier}, this pallet with {carrier2}.</source>
   <translation>{shipment} part avec {carrier}, cette palette avec {carrier2}.</translation>
  </message>
  <message>
   <source>{shipment} goes with {carrier}.</source>
   <translation>{shipment} part avec {carrier}.</translation>
  </message>
  <message>
   <source>{shipment} has labels, or waits for them: parcel {listed}.</source>
   <translation>{shipment} a des étiquettes ou en attend : colis {listed}.</translation>
  </message>
  <message>
   <source>{shipment} has no closed parcel yet.</source>
   <translation>{shipment} n’a pas encore de colis fermé.</translation>
  </message>
  <message>
   <source>{shipment} is not complete: {open_parcels} open parcel(s).</source>
   <translation>{shipment} n’est pas complète, colis ouverts : {open_parcels}.</translation>
  </message>
  <message>
   <source>{shipment} is not complete: {value}.</source>
   <translation>{shipment} n’est pas complète : {value}.</translation>
  </message>
  <message>
   <source>{shipment} is not packed yet.</source>
   <translation>{shipment} n’est pas encore emballé.</translation>
  </message>
  <message>
   <source>{shipment} leaves from another warehouse.</source>
   <translation>{shipment} part d’un autre entrepôt.</translation>
  </message>
  <message>
   <source>{shipment}: {pieces} x {sku} not wanted any more.</source>
   <translation>{shipment} : {pieces} × {sku} plus voulus.</translation>
  </message>
  <message>
   <source>{shipment}: {value} not wanted any more.</source>
   <translation>{shipment} : {value} plus voulus.</translation>
  </message>
  <message>
   <source>{shown} does not answer as a mail server does.</source>
   <translation>{shown} ne répond pas comme un serveur de courrier.</translation>
  </message>
  <message>
   <source>{shown} does not let letters be moved to the folder {TAKEN}.</source>
   <translation>{shown} ne laisse pas ranger les lettres dans le dossier {TAKEN}.</translation>
  </message>
  <message>
   <source>{shown} does not let {_login} in: the login or the password is wrong.</source>
   <translation>{shown} ne laisse pas entrer {_login} : le compte ou le mot de passe est faux.</translation>
  </message>
  <message>
   <source>{shown} has no mailbox {mailbox}.</source>
   <translation>{shown} n’a pas de boîte {mailbox}.</translation>
  </message>
  <message>
   <source>{shown} shows a certificate that is not trusted here.</source>
   <translation>{shown} montre un certificat qui n’est pas reconnu ici.</translation>
  </message>
  <message>
   <source>{shown} takes too long to answer.</source>
   <translation>{shown} met trop longtemps à répondre.</translation>
  </message>
  <message>
   <source>{sku} came back of several lots.</source>
   <translation>{sku} est revenu de plusieurs lots.</translation>
  </message>
  <message>
   <source>{sku} cannot be a SKU.</source>
   <translation>{sku} ne peut être une référence.</translation>
  </message>
  <message>
   <source>{sku} cannot go back into its parcel: a parcel is closed, or the goods are gone from it.</source>
   <translation>{sku} ne peut pas retourner dans son colis : un colis est fermé, ou la marchandise n’y est plus.</translation>
  </message>
  <message>
   <source>{sku} cannot go back into its parcel: the parcel is closed, or the goods are gone from the bench.</source>
   <translation>{sku} ne peut pas retourner dans son colis : le colis est fermé, ou les articles ne sont plus sur la table.</translation>
  </message>
  <message>
   <source>{sku} costs nothing as a sample or a replenishment, and not {given}.</source>
   <translation>{sku} ne coûte rien comme échantillon ou réassort, et non {given}.</translation>
  </message>
  <message>
   <source>{sku} does not lie at the bench for {number}.</source>
   <translation>{sku} n’est pas sur la table pour {number}.</translation>
  </message>
  <message>
   <source>{sku} has neither a price in the order nor a list price in its currency.</source>
   <translation>{sku} n’a ni prix dans la commande ni prix de catalogue dans sa devise.</translation>
  </message>
  <message>
   <source>{sku} has no country of origin.</source>
   <translation>{sku} n’a pas de pays d’origine.</translation>
  </message>
  <message>
   <source>{sku} has no customs code of 6, 8 or 10 digits.</source>
   <translation>{sku} n’a pas de code douanier de 6, 8 ou 10 chiffres.</translation>
  </message>
  <message>
   <source>{sku} has no weight.</source>
   <translation>{sku} n’a pas de poids.</translation>
  </message>
  <message>
   <source>{sku} has serial numbers.</source>
   <translation>{sku} a des numéros de série.</translation>
  </message>
  <message>
   <source>{sku} in {place} was picked for {value}.</source>
   <translation>{sku} en {place} a été prélevé pour {value}.</translation>
  </message>
  <message>
   <source>{sku} is blocked and not sold.</source>
   <translation>{sku} est bloqué à la vente.</translation>
  </message>
  <message>
   <source>{sku} is dangerous goods ({un_number}): a CN 22 or CN 23 declares that there are none.</source>
   <translation>{sku} est une marchandise dangereuse ({un_number}) : un CN 22 ou CN 23 déclare qu’il n’y en a pas.</translation>
  </message>
  <message>
   <source>{sku} is dangerous goods and has no proper shipping name.</source>
   <translation>{sku} est une marchandise dangereuse et n’a pas de désignation officielle de transport.</translation>
  </message>
  <message>
   <source>{sku} is dangerous goods and has no tunnel restriction code.</source>
   <translation>{sku} est une marchandise dangereuse et n’a pas de code de restriction en tunnels.</translation>
  </message>
  <message>
   <source>{sku} is judged piece by piece.</source>
   <translation>{sku} se contrôle pièce par pièce.</translation>
  </message>
  <message>
   <source>{sku} is kept by lot.</source>
   <translation>{sku} est suivi par lot.</translation>
  </message>
  <message>
   <source>{sku} is priced in {currency}, the order is in {currency2}.</source>
   <translation>{sku} a un prix en {currency}, la commande est en {currency2}.</translation>
  </message>
  <message>
   <source>{sku} lies in parcel {position} already.</source>
   <translation>{sku} est déjà dans le colis {position}.</translation>
  </message>
  <message>
   <source>{sku} lies in stock: whether it is tracked by lot or serial number stays as it is.</source>
   <translation>{sku} est en stock : le suivi par lot ou numéro de série ne change pas.</translation>
  </message>
  <message>
   <source>{sku} takes no serial numbers; {codes} different given.</source>
   <translation>{sku} n’a pas de numéros de série ; {codes} donnés.</translation>
  </message>
  <message>
   <source>{sku} takes one serial number for each of {qty}; {codes} different given.</source>
   <translation>{sku} demande un numéro de série par pièce, soit {qty} ; {codes} différents donnés.</translation>
  </message>
  <message>
   <source>{sku} was shipped from several lots.</source>
   <translation>{sku} a été expédié de plusieurs lots.</translation>
  </message>
  <message>
   <source>{sku} {code} is not in {code2}.</source>
   <translation>{sku} {code} n’est pas en {code2}.</translation>
  </message>
  <message>
   <source>{sku} {code} was received already.</source>
   <translation>{sku} {code} a déjà été reçu.</translation>
  </message>
  <message>
   <source>{sku}: a discount has at most six decimals.</source>
   <translation>{sku} : une remise a six décimales au plus.</translation>
  </message>
  <message>
   <source>{sku}: an expiry date belongs to a lot.</source>
   <translation>{sku} : une date de péremption va avec un lot.</translation>
  </message>
  <message>
   <source>{sku}: the amount of this line is too high.</source>
   <translation>{sku} : le montant de cette ligne est trop élevé.</translation>
  </message>
  <message>
   <source>{sku}: {field} cannot be {value}.</source>
   <translation>{sku} : {value} n’est pas possible ({field}).</translation>
  </message>
  <message>
   <source>{sku}: {price} from {from_qty} on cannot be a price.</source>
   <translation>{sku} : {price} dès {from_qty} ne peut être un prix.</translation>
  </message>
  <message>
   <source>{sku}: {qty} cannot be ordered.</source>
   <translation>{sku} : impossible d’en commander {qty}.</translation>
  </message>
  <message>
   <source>{sku}: {wanted} to come back, {possible} of what was {of_what} can.</source>
   <translation>{sku} : {wanted} à retourner, {possible} possibles sur la quantité {of_what}.</translation>
  </message>
  <message>
   <source>{sku}: {wanted} to judge, {waiting} waiting.</source>
   <translation>{sku} : {wanted} à contrôler, {waiting} en attente.</translation>
  </message>
  <message>
   <source>{sku}: {wanted} wanted from {place}, {on_hand} there, {allocated} of them for shipments.</source>
   <translation>{sku} : {wanted} à prendre en {place}, {on_hand} sur place dont {allocated} pour des expéditions.</translation>
  </message>
  <message>
   <source>{sku}: {wanted} wanted from {place}, {on_hand} there.</source>
   <translation>{sku} : {wanted} à prendre en {place}, {on_hand} sur place.</translation>
  </message>
  <message>
   <source>{sku}: {wanted} wanted, {free} free.</source>
   <translation>{sku} : quantité {wanted}, disponible {free}.</translation>
  </message>
  <message>
   <source>{source} cannot be read as a database: {error}.</source>
   <translation>{source} ne se lit pas comme une base : {error}.</translation>
  </message>
  <message>
   <source>{source} is damaged: {verdict}.</source>
   <translation>{source} est endommagé : {verdict}.</translation>
  </message>
  <message>
   <source>{source} is not a Quai database.</source>
   <translation>{source} n’est pas une base de Quai.</translation>
  </message>
  <message>
   <source>{sscc} is no SSCC.</source>
   <translation>{sscc} n’est pas un SSCC.</translation>
  </message>
  <message>
   <source>{sscc} parcel(s) on {number} have a void label or an open shipment: {named}.</source>
   <translation>{sscc} colis sur {number} ont une étiquette annulée ou une expédition ouverte : {named}.</translation>
  </message>
  <message>
   <source>{stale} belongs to a database that stood here before.</source>
   <translation>{stale} appartient à une base qui se trouvait ici avant.</translation>
  </message>
  <message>
   <source>{status} is no status of a customer.</source>
   <translation>{status} n’est pas un état de client.</translation>
  </message>
  <message>
   <source>{status} is no status of a lot.</source>
   <translation>{status} n’est pas un état de lot.</translation>
  </message>
  <message>
   <source>{status} is no status of a product.</source>
   <translation>{status} n’est pas un état d’article.</translation>
  </message>
  <message>
   <source>{status} is no status of a supplier.</source>
   <translation>{status} n’est pas un état de fournisseur.</translation>
  </message>
  <message>
   <source>{subject} is nothing to dispute.</source>
   <translation>{subject} n’est pas un objet de litige.</translation>
  </message>
  <message>
   <source>{target} is there already.</source>
   <translation>{target} existe déjà.</translation>
  </message>
  <message>
   <source>{tax_number} is no tax number.</source>
   <translation>{tax_number} n’est pas un numéro de TVA.</translation>
  </message>
  <message>
   <source>{text} cannot be a barcode.</source>
   <translation>{text} ne peut pas être un code-barres.</translation>
  </message>
  <message>
   <source>{text} cannot be a tag.</source>
   <translation>{text} ne peut pas être une étiquette.</translation>
  </message>
  <message>
   <source>{text} cannot be the {name}.</source>
   <translation>{text} ne convient pas pour {name}.</translation>
  </message>
  <message>
   <source>{text} cannot be the {name}: write a whole number.</source>
   <translation>{text} ne convient pas pour {name} : écrivez un nombre entier.</translation>
  </message>
  <message>
   <source>{text} has more decimals than {currency} has.</source>
   <translation>{text} a plus de décimales que {currency}.</translation>
  </message>
  <message>
   <source>{text} has more than six decimals.</source>
   <translation>{text} a plus de six décimales.</translation>
  </message>
  <message>
   <source>{text} is neither a number of days nor a day.</source>
   <translation>{text} n’est ni un nombre de jours ni un jour.</translation>
  </message>
  <message>
   <source>{text} is no GLN.</source>
   <translation>{text} n’est pas un GLN.</translation>
  </message>
  <message>
   <source>{text} is no GS1 company prefix.</source>
   <translation>{text} n’est pas un préfixe d’entreprise GS1.</translation>
  </message>
  <message>
   <source>{text} is no address of a printer.</source>
   <translation>{text} n’est pas une adresse d’imprimante.</translation>
  </message>
  <message>
   <source>{text} is no amount: write it as 6.90.</source>
   <translation>{text} n’est pas un montant : écrivez-le comme 6.90.</translation>
  </message>
  <message>
   <source>{text} is no customs number.</source>
   <translation>{text} n’est pas un numéro de douane.</translation>
  </message>
  <message>
   <source>{text} is no day: write it as 2026-12-31.</source>
   <translation>{text} n’est pas un jour : écrivez-le comme 2026-12-31.</translation>
  </message>
  <message>
   <source>{text} is no mail address.</source>
   <translation>{text} n’est pas une adresse électronique.</translation>
  </message>
  <message>
   <source>{text} is no name of a printer.</source>
   <translation>{text} n’est pas un nom d’imprimante.</translation>
  </message>
  <message>
   <source>{text} is no place of a mailbox.</source>
   <translation>{text} n’est pas l’emplacement d’une boîte aux lettres.</translation>
  </message>
  <message>
   <source>{text} is no price: write it as 6.90.</source>
   <translation>{text} n’est pas un prix : écrivez-le comme 6.90.</translation>
  </message>
  <message>
   <source>{text} is no quantity: write a whole number from 1 on.</source>
   <translation>{text} n’est pas une quantité : écrivez un nombre entier à partir de 1.</translation>
  </message>
  <message>
   <source>{text} is no whole path of a folder.</source>
   <translation>{text} n’est pas un chemin complet de dossier.</translation>
  </message>
  <message>
   <source>{text} is not a time of day.</source>
   <translation>{text} n’est pas une heure.</translation>
  </message>
  <message>
   <source>{text} names the same twice.</source>
   <translation>{text} nomme deux fois la même chose.</translation>
  </message>
  <message>
   <source>{time_zone} is not a time zone.</source>
   <translation>{time_zone} n’est pas un fuseau horaire.</translation>
  </message>
  <message>
   <source>{title} cannot be marked as a copy.</source>
   <translation>{title} ne peut pas porter DUPLICATA.</translation>
  </message>
  <message>
   <source>{title} is {status}.</source>
   <translation>{title} : {status}.</translation>
  </message>
  <message>
   <source>{tunnel} is no tunnel restriction code.</source>
   <translation>{tunnel} n’est pas un code de restriction en tunnels.</translation>
  </message>
  <message>
   <source>{un_number} is no UN number.</source>
   <translation>{un_number} n’est pas un numéro ONU.</translation>
  </message>
  <message>
   <source>{unit_price} cannot be a unit price.</source>
   <translation>{unit_price} ne peut pas être un prix unitaire.</translation>
  </message>
  <message>
   <source>{url} is no page where parcels can be followed.</source>
   <translation>{url} n’est pas une page de suivi.</translation>
  </message>
  <message>
   <source>{value} cannot be a {what}.</source>
   <translation>{value} ne convient pas ({what}).</translation>
  </message>
  <message>
   <source>{value} cannot be used here.</source>
   <translation>{value} ne convient pas ici.</translation>
  </message>
  <message>
   <source>{value} has a zone already.</source>
   <translation>{value} a déjà une zone.</translation>
  </message>
  <message>
   <source>{value} is no limit.</source>
   <translation>{value} n’est pas une limite.</translation>
  </message>
  <message>
   <source>{value} is no reason to hold that is in use.</source>
   <translation>{value} n’est pas un motif de blocage en usage.</translation>
  </message>
  <message>
   <source>{value} is not a {label} of this part of {country} (for example {postal_code_examples}).</source>
   <translation>{value} ne convient pas ({label}) dans cette partie du pays, {country} (par exemple {postal_code_examples}).</translation>
  </message>
  <message>
   <source>{value} is not a {label} of this part of {country}.</source>
   <translation>{value} ne convient pas ({label}) dans cette partie du pays : {country}.</translation>
  </message>
  <message>
   <source>{value} is not a {label}.</source>
   <translation>{value} ne convient pas ({label}).</translation>
  </message>
  <message>
   <source>{value} is not known as {label} in {country}.</source>
   <translation>{value} est inconnu ({label}, {country}).</translation>
  </message>
  <message>
   <source>{value} is not there, or not in use.</source>
   <translation>{value} n’existe pas, ou n’est plus en usage.</translation>
  </message>
  <message>
   <source>{wanted} {label} moved into parcel {position}.</source>
   <translation>{wanted} {label} déplacé dans le colis {position}.</translation>
  </message>
  <message>
   <source>{wanted} {label} taken out again.</source>
   <translation>{wanted} {label} retirés.</translation>
  </message>
  <message>
   <source>{wanted} {sku} taken out again.</source>
   <translation>{wanted} {sku} ressortis.</translation>
  </message>
  <message>
   <source>{weighed} is no way to weigh.</source>
   <translation>{weighed} n’est pas une façon de peser.</translation>
  </message>
  <message>
   <source>{why} (file {file}).</source>
   <translation>{why} (fichier {file}).</translation>
  </message>
  <message>
   <source>{working_days} are no working days.</source>
   <translation>{working_days} ne sont pas des jours ouvrés.</translation>
  </message>
  <message>
   <source>{wrong} rows of {value} refer to rows that are not there.</source>
   <translation>{wrong} lignes de {value} renvoient à des lignes qui n’existent pas.</translation>
  </message>
 </context>
</TS>
