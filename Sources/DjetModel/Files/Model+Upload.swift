import DjetStore
import Foundation
import Logging

extension Model {
    /// The default for the most bytes of an upload: 1 GiB.
    public static let uploadLimit = 1 << 30

    /// Stores a file whose bytes come from somebody else, in constant memory; no transaction waits for them.
    ///
    /// The file belongs to the model's user. If `body` throws, or its task is cancelled, nothing is kept.
    ///
    /// - Parameters:
    ///   - name: the name to save it under; folders are left out.
    ///   - mimeType: the type of its content; an invalid one becomes `application/octet-stream`.
    ///   - limit: the most bytes. Throws `FileTooLong` beyond it.
    ///   - body: writes the bytes.
    public func storeUpload(
        name: String, mimeType: String?, limit: Int = uploadLimit, _ body: (Upload) async throws -> Void
    ) async throws -> File {
        let name = Self.plainName(name)
        let mimeType = Self.plainMimeType(mimeType)
        let statement = queue.beginFile(name: name, mimeType: mimeType, owner: user)
        guard let id = try await database.first(statement, as: Int64.self) else {
            throw StoreError(.unexpectedValue, "the new file has no number")
        }
        let upload = Upload(id, name: name, mimeType: mimeType, limit: limit, in: self)
        do {
            try await body(upload)
            return try await upload.finish()
        } catch {
            await removeFile(id)
            throw error
        }
    }

    /// Stores a file from a sequence of bytes. Throws what the other `storeUpload` throws.
    public func storeUpload<Bytes: AsyncSequence>(
        name: String, mimeType: String?, limit: Int = uploadLimit, bytes: Bytes
    ) async throws -> File where Bytes.Element: Collection<UInt8> & Sendable {
        try await storeUpload(name: name, mimeType: mimeType, limit: limit) { upload in
            for try await part in bytes { try await upload.write(part) }
        }
    }

    /// Removes a file that is not needed, even if the task is cancelled. Errors are logged: housekeeping
    /// removes an upload that is left over.
    package func removeFile(_ id: Int64) async {
        let removal = Task {
            do {
                try await database.query(queue.dropFile(id))
            } catch {
                logger.warning(
                    "a file could not be removed", metadata: ["file": "\(id)", "error": "\(error)"])
            }
        }
        await removal.value
    }

    /// Returns a MIME type as the store takes it, in lower case without quotes; `application/octet-stream`
    /// for anything else.
    package static func plainMimeType(_ text: String?) -> String {
        let type = #/[a-z0-9.+-]+\/[a-z0-9.+-]+(; [a-z-]+=[a-z0-9_-]+)*/#
        guard let text, text.utf8.count <= 200 else { return "application/octet-stream" }
        let parts = text.lowercased().replacing("\"", with: "").split(separator: ";")
        let plain = parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let joined = plain.joined(separator: "; ")
        return joined.wholeMatch(of: type) == nil ? "application/octet-stream" : joined
    }
}
