import DjetJSON
import Foundation
import XMLCoder

/// A file of CAMT.053, measured before it is parsed.
struct StatementFile {
    /// The largest file, 8 MiB.
    static let largest = 8 << 20
    /// The most payments, of all its statements.
    static let mostLines = 5_000
    /// The beginning of the namespaces of the format, before the version.
    private static let namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001."

    let name: String
    /// The currency of the books; nil while nobody has said.
    let currency: String?

    /// Reads the statements. Throws ``ImportError``, which names statement, entry and field.
    func statements(of bytes: [UInt8]) throws -> [BankStatement] {
        let outline = try XMLOutline(bytes, file: name)
        guard outline.root.contains(Self.namespace) else {
            throw ImportError(
                file: name,
                "the file is no CAMT.053 statement: its first element has no namespace "
                    + "\(Self.namespace)02, or of another version")
        }
        let found = try document(bytes).message?.statements ?? []
        guard !found.isEmpty else { throw ImportError(file: name, "the file has no statement (Stmt)") }
        let statements = try found.map {
            try StatementReading(file: name, statement: $0, currency: currency).read()
        }
        guard statements.flatMap(\.entries).reduce(0, { $0 + $1.lines.count }) <= Self.mostLines else {
            throw ImportError(file: name, "the file has more than \(Self.mostLines) payments; split it")
        }
        try checkCurrencies(of: found)
        return statements
    }

    private func document(_ bytes: [UInt8]) throws -> CAMTDocument {
        let decoder = XMLDecoder()
        decoder.shouldProcessNamespaces = true
        do {
            return try decoder.decode(CAMTDocument.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw ImportError(file: name, "the file is no statement: \(error.sentence.prefix(200))")
        } catch {
            throw XMLOutline.mismatch(in: name)
        }
    }

    /// All entries are in one currency while the books have none.
    private func checkCurrencies(of statements: [CAMTStatement]) throws(ImportError) {
        let all = Set(statements.flatMap { $0.entries ?? [] }.compactMap { $0.amount?.currency })
        guard currency == nil, all.count > 1 else { return }
        let names = all.sorted().prefix(5).joined(separator: ", ")
        throw ImportError(file: name, "the entries are in several currencies: \(names)")
    }
}
