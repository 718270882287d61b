-- Comments begin with the noun or the verb, as they do elsewhere.

comment on column accounting.invoice_line.quantity is 'The quantity; negative for goods that came back.';

comment on column accounting.invoice_document.made_at is 'The time when it was made.';

comment on column accounting.entry.source is
  'The kind of what it books: invoice (a credit note too), payment, settlement, manual or reversal.';
comment on column accounting.entry.text is
  'The text that people wrote to it; null if its source says it all.';

comment on column accounting.whole_entry.source is
  'The kind of what it books: invoice, payment, settlement, manual or reversal.';
comment on column accounting.whole_entry.text is
  'The text that people wrote to it; null if its source says it all.';

comment on table accounting.open_item is
  'The amounts that customers owe by invoices, or have to get by credit notes or payments, and how much of '
  'each is open.';

comment on column accounting.payment.reference is
  'The reference that the payment gives; null if it gives none.';
comment on column accounting.payment.key is
  'The key that whoever booked it made up for it: one that comes again books nothing. Null if there is none.';

comment on table accounting.settlement is
  'The parts of open debits that were settled with parts of open credits. None is changed: another one '
  'undoes it, once.';

comment on column accounting.whole_payment.reference is
  'The reference that the payment gives; null if it gives none.';
comment on column accounting.whole_payment.prepaid is
  'The part of the amount that settles nothing yet, and is the customer''s.';

comment on table logistics.parcel is
  'The parcels: goods that were shipped of an order at once. An order may need several.';
comment on column logistics.parcel.shipped_at is 'The time when it was shipped.';
comment on column logistics.parcel.carrier is 'The carrier; null if nobody said.';

comment on column logistics.move.quantity is 'The quantity.';
comment on column logistics.move.product_code is 'The code of the product that moved.';
comment on column logistics.move.from_place is 'The place where it lay.';
comment on column logistics.move.to_place is
  'The place where it went. A product that is not stocked goes from the suppliers to the customers.';

comment on column logistics.transfer.happened_at is 'The time when the goods moved.';
comment on column logistics.transfer.booked_at is 'The time when that was booked here.';
comment on column logistics.transfer.reference is
  'The reference by which people find it, such as the number of a delivery note; null if there is none.';

comment on column logistics.whole_transfer.happened_at is 'The time when the goods moved.';
comment on column logistics.whole_transfer.reference is
  'The reference by which people find it; null if there is none.';

comment on column sales."order".created_at is 'The time when the order was booked here.';
comment on column sales."order".country is
  'The country that the order goes to, or came from; null if nobody said.';
comment on column sales."order".invoice_address is
  'The address of its invoice, as an object of sales.party_address; the customer''s when it was confirmed, '
  'unless it has one of its own.';
comment on column sales."order".delivery_address is 'The address of its goods, likewise.';

comment on table logistics.on_hand is
  'The goods that lie in the warehouses: the sums of the moves and of the reservations, kept beside them by '
  'triggers. A product with a row here, be it 0, is stocked; any other, such as a fee, is delivered without '
  'stock.';
comment on column logistics.on_hand.quantity is 'The quantity that is there.';
comment on column logistics.on_hand.reserved is 'The part of the quantity that is kept for orders.';
comment on column logistics.on_hand.product_code is 'The code of the product that is there.';

comment on table logistics.reservation is
  'The goods that are kept for the lines of orders, each in one warehouse. logistics.keep_reserved() adds '
  'them up in on_hand.';
comment on column logistics.reservation.quantity is 'The quantity that is kept for it.';

comment on column sales.order_line.product_code is 'The code of the product that was ordered.';
comment on column sales.order_line.quantity is 'The quantity; negative for goods that come back.';

comment on table sales.product is
  'The products that are sold, fees and adjustments that are booked like a product included.';
comment on column sales.product.created_at is 'The time when the product was first seen.';
comment on column sales.product.supplier is 'The supplier from whom the shop buys it.';

comment on view logistics.delivery_line is
  'The lines of orders, each with how far it is delivered. Ask for those of one order (where order_number = '
  '…) or of a page.';
comment on column logistics.delivery_line.ordered is 'The quantity that was ordered.';
comment on column logistics.delivery_line.shipped is 'The quantity that was shipped.';
comment on column logistics.delivery_line.returned is 'The part of the shipped quantity that came back.';
comment on column logistics.delivery_line.left_to_ship is 'The quantity that is still to be shipped.';
comment on column logistics.delivery_line.reserved is
  'The part of the quantity left to ship that is reserved.';
comment on column logistics.delivery_line.missing is
  'The quantity that could not be shipped though the line got all that is not reserved, in all warehouses '
  'together.';

comment on column logistics.whole_parcel.shipped_at is 'The time when it was shipped.';
comment on column logistics.whole_parcel.carrier is 'The carrier; null if nobody said.';

comment on column sales.whole_order.invoice_address is
  'The address of its invoice, as an object of sales.party_address.';
comment on column sales.whole_order.delivery_address is
  'The address of its goods, as an object of sales.party_address.';

comment on table sales.customer is 'The customers who order. A walk-in has no row here.';
comment on column sales.customer.created_at is 'The time when the customer was first seen.';
comment on column sales.customer.payment_days is
  'The days from the invoice''s day until payment is due; null if nothing was agreed, which means the '
  'shop''s payment_days.';

comment on column sales.whole_customer.payment_days is
  'The days from the invoice''s day until payment is due.';
comment on column sales.whole_customer.created_at is 'The time when the customer was first seen.';

comment on column sales.whole_product.created_at is 'The time when the product was first seen.';
comment on column sales.whole_product.supplier is 'The supplier from whom the shop buys it.';

comment on column sales.supplier.created_at is 'The time when the supplier was first seen.';
comment on column sales.supplier.payment_days is 'The days from the invoice''s day until the shop pays.';

comment on column sales.whole_supplier.payment_days is
  'The days from the invoice''s day until the shop pays.';
comment on column sales.whole_supplier.created_at is 'The time when the supplier was first seen.';

comment on table accounting.bank_line is
  'The amounts that came, or went: an entry, or each payment of an entry for several. None is changed.';
comment on column accounting.bank_line.text is 'The text of the payer, or else of the bank.';

comment on table accounting.bank_match is
  'The fates of lines. None is changed: a line whose payment is reversed gets another.';
comment on column accounting.bank_match.made_at is 'The time when it happened.';
comment on column accounting.bank_match.text is 'The text that people wrote to it; null if they wrote none.';

comment on column accounting.books.times_reopened is
  'The number of times that a period was opened again: accounting.reopen_period() counts. The last closed '
  'day goes back only with it.';

comment on column accounting.closing.made_at is 'The time when it happened.';

comment on column accounting.number_series.kind is
  'The kind of document that it numbers: invoice or credit-note.';

comment on column accounting.reminder.credit is
  'The amount that the customer had to get that day: credit notes and prepayments.';

comment on table accounting.reminder_item is
  'The items that each letter lists: all that was overdue. None is changed.';
comment on column accounting.reminder_item.open is 'The amount of it that was open.';

comment on column accounting.whole_reminder.address is
  'The address of the customer''s invoices; null if nobody has said it.';
comment on column accounting.whole_reminder.credit is 'The amount that the customer had to get.';

comment on table logistics.place is
  'The places where goods lie, come from and go to. Warehouses are counted; of each other kind there is one '
  'place.';

comment on column sales.currency.decimals is 'The number of decimals that its amounts have.';

comment on column sales.import.begun_at is
  'The time when it began; all that it has noted is forgotten after 30 days.';

comment on column sales.import_line.import is 'The import.';
comment on column sales.import_line.product_code is 'The code of the product that was ordered.';
comment on column sales.import_line.quantity is 'The quantity.';

comment on table sales.import_mapping is
  'The ways to read files with a certain header: each saved under a name, and proposed when such a header '
  'comes again.';
comment on column sales.import_mapping.changed_at is
  'The time when it was last saved: of several for one header the latest is proposed.';

comment on column sales.import_order.import is 'The import.';
comment on column sales.import_order.line_count is 'The number of its lines.';
comment on column sales.import_order.refusal is
  'The reason why none of its lines is booked; null if all are.';

comment on column sales.import_reject.import is 'The import.';
comment on column sales.import_reject.reason is 'The rule that it breaks.';

comment on column sales.import_run.import is 'The import.';
comment on column sales.import_run.line_count is 'The number of these lines.';
comment on column sales.import_run.is_taken_back is 'True if all of their quantities are negative.';
comment on column sales.import_run.fault is 'The rule that the line breaks; null if they break none.';

comment on column sales.placement.placed_at is
  'The time when the key was taken; it is forgotten after 30 days.';
comment on column sales.placement.key is 'The key that the caller made up for it.';

comment on table sales.shop is 'The facts that hold for the business as a whole: one row.';
