import DjetModel

extension Model {
    /// Imports a file of these bytes.
    func imported(
        _ bytes: [UInt8], as mimeType: String = "text/csv", inSteps: Bool? = nil,
        _ change: (inout ImportOrders) -> Void = { _ in }
    ) async throws -> ImportReport {
        let file = try await storeFile(name: "orders.csv", mimeType: mimeType) { try await $0.write(bytes) }
        var function = ImportOrders(file: file, inSteps: inSteps)
        change(&function)
        return try await call(function)
    }

    /// Imports a file of this text.
    func imported(
        _ text: String, inSteps: Bool? = nil, returnMark: String? = nil
    ) async throws -> ImportReport {
        try await imported(Array(text.utf8), inSteps: inSteps) { $0.returnMark = returnMark }
    }

    /// Returns a file's text.
    func text(of file: File) async throws -> String {
        var bytes: [UInt8] = []
        for try await chunk in self.bytes(of: file) { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
    }
}
