// STAND-INS for the shipped business, in its shapes: drop this folder when the real functions come.
public import Foundation

public struct ImportReport: Codable, Sendable {
    public var lines, accepted, rejected, orders, returns: Int
    public var salesTotal, returnsTotal, netTotal: Decimal
    public var rejects: File
}

public struct ImportOrders: ModelFunction {
    public static let name = "sales.import-orders"
    public var file: File
    public init(file: File) { self.file = file }
    public func run(in model: Model) async throws -> ImportReport {
        var lines = -1
        var done = 0
        for try await chunk in model.bytes(of: file) {
            lines += chunk.count { $0 == 10 }
            done += chunk.count
            await model.report(done: done, of: file.size, note: "\(lines) lines read")
        }
        let rejects = try await model.storeFile(name: "rejects.csv", mimeType: "text/csv; charset=utf-8") {
            try await $0.write("line,reason,text\n")
        }
        return ImportReport(
            lines: lines, accepted: lines, rejected: 0, orders: lines, returns: 0,
            salesTotal: Decimal(lines) * Decimal(1.25), returnsTotal: -0.5, netTotal: 1_234_567.5,
            rejects: rejects)
    }
}

public struct InvoiceOrder: ModelFunction {
    public static let name = "accounting.invoice-order"
    public var order: Int
    public func run(in model: Model) async throws -> Int { order }
}

public struct InvoiceOpenOrders: ModelFunction {
    public static let name = "accounting.invoice-open-orders"
    public static let commit = Commit.detached
    public struct Output: Codable, Sendable { public var invoices = 0, creditNotes = 0, failed = 0 }
    public init() {}
    public func run(in model: Model) async throws -> Output {
        var output = Output()
        let tickets = try await model.offload((1...1000).map(InvoiceOrder.init))
        for ticket in tickets {
            _ = try await ticket.value
            output.invoices += 1
            await model.report(done: output.invoices, of: tickets.count)
        }
        return output
    }
}

public struct ExportInvoices: ModelFunction {
    public static let name = "accounting.export-invoices"
    public init() {}
    public func run(in model: Model) async throws -> File {
        try await model.storeFile(name: "invoices.csv", mimeType: "text/csv; charset=utf-8") {
            try await $0.write("number,kind,issued_on,order,customer,country,lines,total\n")
        }
    }
}

package struct SampleOrders: Sequence, IteratorProtocol, Sendable {
    private var left: Int
    package init(count: Int = 5_000, seed: UInt64 = 1) { left = count + 1 }
    package mutating func next() -> [UInt8]? {
        guard left > 0 else { return nil }
        left -= 1
        return Array("1,2,3\n".utf8)
    }
}
