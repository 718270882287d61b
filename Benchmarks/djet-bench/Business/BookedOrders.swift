import DjetModel
import DjetStore

/// Orders and their lines in COPY's format, from a database that an import has filled.
struct BookedOrders: Sendable {
    private let orders: [[UInt8]]
    private let lines: [[UInt8]]
    /// The number of lines.
    let count: Int

    private static let order = "sales.order (ordered_on, line_count, total, number, kind, customer, country)"
    private static let line =
        "sales.order_line (line_number, quantity, unit_price, order_number, product_code, description, amount)"

    /// Takes the orders out of the database. Products and customers stay.
    static func taken(from model: Model) async throws -> BookedOrders {
        let booked = try await model.store.withConnection { connection in
            try await BookedOrders(
                orders: rows(of: order, on: connection), lines: rows(of: line, on: connection))
        }
        // As a replica: triggers forbid changes of booked rows. Parcels and reservations go, too.
        try await model.store.withConnection { connection in
            try await connection.run(
                script: """
                    set session_replication_role = replica;
                    truncate sales.order, sales.order_line, accounting.invoice, accounting.invoice_line,
                      logistics.open_order cascade;
                    reset session_replication_role
                    """)
        }
        return booked
    }

    private init(orders: [[UInt8]], lines: [[UInt8]]) {
        self.orders = orders
        self.lines = lines
        count = lines.reduce(0) { sum, chunk in sum + chunk.count { $0 == UInt8(ascii: "\n") } }
    }

    /// Puts them back with two COPYs in one transaction.
    func copy(into model: Model) async throws {
        try await model.store.transaction { connection in
            try await connection.copyIn(
                Statement(text: "copy \(Self.order) from stdin"), from: Self.stream(orders))
            try await connection.copyIn(
                Statement(text: "copy \(Self.line) from stdin"), from: Self.stream(lines))
        }
    }

    private static func rows(of table: String, on connection: Connection) async throws -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        for try await chunk in connection.copyOut(Statement(text: "copy \(table) to stdout")) {
            chunks.append(chunk)
        }
        return chunks
    }

    private static func stream(_ chunks: [[UInt8]]) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
    }
}
