/// The contents of a file, in words for people, and the function that imports it.
package struct ImportSubject: Sendable {
    /// The function's name, whose fields a message tells to set.
    package let function: String
    /// The word for all that the file holds: `orders`.
    package let things: String
    /// The word for its lines: `order lines`.
    package let lines: String

    /// Orders.
    package static let orders = ImportSubject(
        function: ImportOrders.name, things: "orders", lines: "order lines")
}
