/// What a part of an order file comes to, as rows for COPY in text format.
package struct OrderImportBatch: Sendable {
    /// Rows of order_import_product: line, code, description.
    package var products = CopyText()

    /// Rows of `sales.order_line`: line_number, quantity, unit_price, order_number, product_code, description. Their
    /// orders lie in this part alone.
    package var lines = CopyText()

    /// Rows of `sales.import_line`, which are those of `sales.order_line` behind the name of the import. Their orders
    /// lie in other parts, too.
    package var spreadLines = CopyText()

    /// Rows of `sales.import_reject`: import, line, reason, text.
    package var rejects = CopyText()

    package init() {}
}
