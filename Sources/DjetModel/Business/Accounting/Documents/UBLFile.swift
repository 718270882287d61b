import DjetStore
public import Foundation

/// The UBL file of an invoice, as it is kept: everybody who asks for it gets the same bytes.
public struct UBLFile: Codable, Sendable, Equatable {
    /// The invoice's id.
    public let invoice: Int

    /// The name to save it under, such as `invoice-7.xml`.
    public let name: String

    /// The moment in which it was made.
    public let madeAt: Date

    /// The SHA-256 of its bytes, in hexadecimal digits.
    public let sha256: String

    /// The XML. Its UTF-8 are the file's bytes.
    public let xml: String

    /// The stored file with these bytes; nil unless ``WriteUBL`` stored one.
    public internal(set) var file: File?
}

extension Model {
    /// Returns the UBL file of one invoice, and stores none for its caller. Throws like ``WriteUBL``.
    package func ublFile(ofInvoice id: Int) async throws -> UBLFile {
        try await transaction { model in
            guard let file = try await model.ublFiles(of: model.documents(of: [id])).first else {
                throw ModelError.notFound("there is no invoice with the id \(id)")
            }
            return try file.get()
        }
    }

    /// Returns the UBL file of each document, or the reason why there is none yet. One that is not kept is
    /// made, and kept from now on.
    func ublFiles(of documents: [InvoiceDocument]) async throws -> [Result<UBLFile, any Error>] {
        let ids = documents.map(\.id)
        let found = try await database.rows(
            "select invoice_id from accounting.invoice_document where invoice_id = any (\(ids)::bigint[])",
            as: Int.self)
        let known = Set(found)
        var new: [(id: Int, text: String)] = []
        var refused: [Int: any Error] = [:]
        for document in documents where !known.contains(document.id) {
            do { new.append((document.id, try UBL(document).text)) } catch { refused[document.id] = error }
        }
        let kept = try await keep(new, and: known)
        return documents.map { document in
            if let file = kept[document.id] { return .success(UBLFile(file, of: document)) }
            return .failure(
                refused[document.id] ?? ModelError.notFound("the file of \(document.title) is gone"))
        }
    }

    /// Keeps new files, and returns those and the others that are known, by invoice.
    private func keep(_ new: [(id: Int, text: String)], and known: Set<Int>) async throws -> [Int: KeptFile] {
        let rows = try await database.rows(
            """
            select
              d.invoice_id, d.made_at, encode(d.sha256, 'hex') as sha256,
              convert_from(d.content, 'UTF8') as content
            from accounting.keep_documents(
              \(new.map(\.id))::bigint[], \(new.map(\.text))::text[], \(known.sorted())::bigint[], \(now)) d
            """, as: KeptFile.self)
        return Dictionary(rows.map { ($0.invoiceId, $0) }, uniquingKeysWith: { $1 })
    }
}

extension UBLFile {
    fileprivate init(_ kept: KeptFile, of document: InvoiceDocument) {
        self.init(
            invoice: document.id, name: "\(document.fileName).xml", madeAt: kept.madeAt, sha256: kept.sha256,
            xml: kept.content)
    }
}

/// A row of `accounting.keep_documents()`.
private struct KeptFile: Decodable {
    let invoiceId: Int
    let madeAt: Date
    let sha256: String
    let content: String
}
