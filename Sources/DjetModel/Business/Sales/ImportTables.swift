import DjetStore
import Foundation

/// Books the lines that an import has read: the SQL side of ``ImportOrders``, within its transactions.
struct ImportTables: Sendable {
    let model: Model
    let fileName: String

    /// The import's name in the tables that hold its notes.
    let key: String

    // MARK: Looking through

    /// Begins an import in steps. Its notes outlive the transaction.
    func open() async throws {
        try await model.database.query("select sales.import_open(\(key))")
    }

    /// Notes what a part of the file tells of its orders.
    ///
    /// - Parameter namingCurrencies: true if the rows name the currency.
    func note(_ runs: CopyText, namingCurrencies: Bool) async throws {
        try await copy(
            runs,
            namingCurrencies
                ? """
                copy sales.import_run
                  (import, part, first_line, line_count, total, is_taken_back, ordered_on, number, customer, country,
                  currency, fault)
                from stdin
                """
                : """
                copy sales.import_run
                  (import, part, first_line, line_count, total, is_taken_back, ordered_on, number, customer, country, fault)
                from stdin
                """
        )
    }

    /// Decides on the orders, when the whole file is known.
    func sumUp(returnMark: String) async throws {
        try await naming {
            try await model.database.query("select sales.import_sum_up(\(key), \(returnMark))")
        }
    }

    /// Deletes all notes of the import.
    func forget() async throws {
        try await model.database.query("select sales.import_forget(\(key))")
    }

    // MARK: Booking

    /// Waits a moment for other imports to end, and prepares the temporary table. A job that has waited in
    /// vain throws `Snooze`: it gives its place to others and tries again 30 seconds later.
    ///
    /// - Parameter statement: the statement that does so.
    func begin(_ statement: Statement = "select sales.import_begin()") async throws {
        do {
            try await model.database.query(statement)
        } catch let error as StoreError {
            guard model.job != nil, case .unavailable? = ModelError(error) else { throw error }
            throw Snooze(for: .seconds(30))
        }
    }

    /// Returns the fates of the orders in a part of the file that are not simply booked with it.
    func fates(in part: Int) async throws -> [[UInt8]: OrderFate] {
        let rows = try await model.database.rows(
            "select number, refusal from sales.import_fates(\(key), \(part)::integer)", as: Fate.self)
        var fates: [[UInt8]: OrderFate] = [:]
        for row in rows { fates[Array(row.number.utf8)] = row.refusal.map(OrderFate.refused) ?? .spread }
        return fates
    }

    /// Books a part of the file: its products, the customers and orders that end in it, then their lines.
    func book(_ batch: OrderImportBatch, _ part: Int) async throws {
        let database = model.database
        try await copy(
            batch.rejects, "copy sales.import_reject (import, line, reason, text) from stdin")
        try await copy(
            batch.products, "copy pg_temp.order_import_product (line, code, description) from stdin")
        let now = model.now
        try await naming {
            try await database.query(
                "select sales.import_part(\(key), \(part)::integer, sales.shop_day(\(now)))")
        }
        try await copyLines(of: batch)
        guard !batch.spreadLines.bytes.isEmpty else { return }
        try await database.query("select sales.import_gather(\(key), \(part)::integer)")
    }

    private func copyLines(of batch: OrderImportBatch) async throws {
        try await copy(
            batch.lines,
            batch.haveDiscounts
                ? """
                copy sales.order_line
                  (line_number, quantity, unit_price, order_number, product_code, description, amount, discount)
                from stdin
                """
                : """
                copy sales.order_line
                  (line_number, quantity, unit_price, order_number, product_code, description, amount)
                from stdin
                """
        )
        try await copy(
            batch.spreadLines,
            batch.haveDiscounts
                ? """
                copy sales.import_line
                  (import, line_number, quantity, unit_price, order_number, product_code, description, discount)
                from stdin
                """
                : """
                copy sales.import_line
                  (import, line_number, quantity, unit_price, order_number, product_code, description)
                from stdin
                """
        )
    }

    func copy(_ rows: CopyText, _ statement: Statement) async throws {
        guard !rows.bytes.isEmpty else { return }
        _ = try await model.database.copyIn(statement, bytes: rows.bytes)
    }

    /// Adds the file's name to a conflict.
    private func naming(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as StoreError {
            guard case .conflict(let text)? = ModelError(error) else { throw error }
            throw ModelError.conflict("\(fileName), \(text)")
        }
    }

    /// A row of `sales.import_fates()`.
    private struct Fate: Decodable {
        let number: String
        let refusal: String?
    }
}
