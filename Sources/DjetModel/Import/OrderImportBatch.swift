/// What a chunk of an order file comes to, as rows for COPY in text format.
///
/// To be booked in this order: ``runs`` and ``products`` into their temporary tables, `sales.import_chunk`,
/// ``lines`` into `sales.order_line`; ``rejects`` at any time.
package struct OrderImportBatch: Sendable {
    /// Rows of order_import_run: first_line, line_count, total, ordered_on, number, customer, country.
    package var runs = CopyText()

    /// Rows of order_import_product: line, code, description.
    package var products = CopyText()

    /// Rows of sales.order_line: line_number, quantity, unit_price, order_number, product_code, description.
    package var lines = CopyText()

    /// Rows of order_import_reject: line, reason, text.
    package var rejects = CopyText()

    package init() {}
}
