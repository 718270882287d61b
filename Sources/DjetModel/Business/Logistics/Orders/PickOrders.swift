import DjetStore
public import Foundation

/// Makes the pick list of orders: what is reserved for them, by warehouse and product, as data and as a CSV
/// file.
///
/// The columns of the file are warehouse, product, description, quantity, order and line. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front.
public struct PickOrders: ModelFunction {
    /// The name `logistics.pick-orders`.
    public static let name = "logistics.pick-orders"

    /// Goods to fetch for one line of an order.
    public struct Line: Codable, Sendable, Equatable {
        /// The warehouse's code.
        public let warehouse: String

        /// The product's code.
        public let product: String

        /// The product's description on the order, or else its name.
        public let description: String

        /// The quantity to fetch.
        public let quantity: Decimal

        /// The order's id.
        public let orderId: Order.ID

        /// The order's number.
        public let orderNumber: String

        /// The line's number in the order.
        public let lineNumber: Int
    }

    /// A pick list.
    public struct Output: Codable, Sendable, Equatable {
        /// The first 1,000 lines, in the order of the file.
        public let lines: [Line]

        /// The number of lines in the file.
        public let lineCount: Int

        /// All lines.
        public let file: File
    }

    /// The ids of the orders, from 1 to 1,000.
    public var orders: [Order.ID]

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the pick list of orders.
    public init(orders: [Order.ID], byteOrderMark: Bool? = nil) {
        self.orders = orders
        self.byteOrderMark = byteOrderMark
    }

    /// Returns the list. Throws `ModelError.invalid` for a number of orders out of range, and
    /// `ModelError.conflict` if nothing is reserved for them.
    public func run(in model: Model) async throws -> Output {
        guard (1...1_000).contains(orders.count) else {
            throw ModelError.invalid("orders must be from 1 to 1000 (got \(orders.count))")
        }
        let lines = try await model.database.rows(
            "select * from logistics.pick_lines(\(orders))", as: Line.self)
        guard !lines.isEmpty else {
            throw ModelError.conflict("nothing is reserved for these orders; reserve them first")
        }
        let type = "text/csv; charset=utf-8"
        let file = try await model.storeFile(name: "pick-list.csv", mimeType: type) { file in
            if byteOrderMark == true { try await file.write("\u{FEFF}") }
            try await file.write(Self.csv(of: lines))
        }
        return Output(lines: Array(lines.prefix(1_000)), lineCount: lines.count, file: file)
    }

    private static func csv(of lines: [Line]) -> [UInt8] {
        var csv = CSVWriter()
        csv.line("warehouse", "product", "description", "quantity", "order", "line")
        for line in lines {
            csv.line(
                line.warehouse, line.product, line.description, "\(line.quantity)", line.orderNumber,
                "\(line.lineNumber)")
        }
        return csv.take()
    }
}
