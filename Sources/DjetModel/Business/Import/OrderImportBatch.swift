/// The rows of a part of an order file, for COPY in text format.
package struct OrderImportBatch: Sendable {
    /// Rows of order_import_product: line, code, description.
    package var products = CopyText()

    /// Rows of `sales.order_line`: line_number, quantity, unit_price, order_number, product_code,
    /// description, amount, and the discount if the file has any. Their orders lie in this part alone.
    package var lines = CopyText()

    /// Rows of `sales.import_line`: the import's name, then the columns of `sales.order_line` but the
    /// amount. Their orders lie in other parts, too.
    package var spreadLines = CopyText()

    /// True if the lines end with a discount.
    package var haveDiscounts = false

    /// Rows of `sales.import_reject`: import, line, reason, text.
    package var rejects = CopyText()

    package init() {}
}
