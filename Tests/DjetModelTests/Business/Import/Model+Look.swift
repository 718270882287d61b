import DjetModel

extension Model {
    /// Looks at a file of orders of these bytes.
    func look(
        _ bytes: [UInt8], _ change: (inout ImportOrders) -> Void = { _ in }
    ) async throws -> ImportPreview {
        let file = try await storeFile(name: "orders.csv", mimeType: "text/csv") { try await $0.write(bytes) }
        var function = ImportOrders(file: file)
        change(&function)
        return try await call(PreviewImport(function))
    }

    /// Stores a file of this text.
    func stored(_ text: String) async throws -> File {
        try await storeFile(name: "rows.csv", mimeType: "text/csv") { try await $0.write(text) }
    }
}
