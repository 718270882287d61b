/// Writes the UBL 2.1 file of one invoice, or credit note, by EN 16931-1: for Peppol BIS Billing 3 if both
/// parties have an address for e-mail.
///
/// The first call makes the file and keeps it with its hash; from then on each call returns the same bytes.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown invoice, ``ModelError/conflict(_:)``, which names
///   what is missing, if the norm allows no file yet.
public struct WriteUBL: ModelFunction {
    /// The name `accounting.write-ubl`.
    public static let name = "accounting.write-ubl"

    /// The invoice's id.
    public var invoice: Int

    /// Creates the writing of a file.
    public init(invoice: Int) {
        self.invoice = invoice
    }

    /// Returns the file, also as a stored one to download or to save.
    public func run(in model: Model) async throws -> UBLFile {
        var made = try await model.ublFile(ofInvoice: invoice)
        let xml = made.xml
        made.file = try await model.storeFile(name: made.name, mimeType: "application/xml") {
            try await $0.write(xml)
        }
        return made
    }
}
