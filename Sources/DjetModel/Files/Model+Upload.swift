import Foundation
import DjetStore
import Logging

extension Model {
    /// The most bytes that an upload may have unless told otherwise: 1 GiB.
    public static let uploadLimit = 1 << 30

    /// Stores a file whose bytes come from somebody else, in constant memory and without a transaction that waits
    /// for them. It belongs to the model's user.
    ///
    /// If `body` throws, or its task is cancelled, nothing stays behind.
    ///
    /// - Parameters:
    ///   - name: the name to save it under; what would make it a path is left out.
    ///   - mimeType: what it contains; what is no MIME type becomes `application/octet-stream`.
    ///   - limit: the most bytes, beyond which `FileTooLong` is thrown.
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

    /// Stores a file whose bytes are a sequence.
    public func storeUpload<Bytes: AsyncSequence>(
        name: String, mimeType: String?, limit: Int = uploadLimit, bytes: Bytes
    ) async throws -> File where Bytes.Element: Collection<UInt8> & Sendable {
        try await storeUpload(name: name, mimeType: mimeType, limit: limit) { upload in
            for try await part in bytes { try await upload.write(part) }
        }
    }

    /// Removes a file that nobody will need, even if the task has been cancelled. What goes wrong is logged: the
    /// housekeeping removes an upload that stays behind.
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

    /// A MIME type as the store takes it, in lower case and without quotes; `application/octet-stream` if it is none.
    package static func plainMimeType(_ text: String?) -> String {
        let type = #/[a-z0-9.+-]+\/[a-z0-9.+-]+(; [a-z-]+=[a-z0-9_-]+)*/#
        guard let text, text.utf8.count <= 200 else { return "application/octet-stream" }
        let parts = text.lowercased().replacing("\"", with: "").split(separator: ";")
        let plain = parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let joined = plain.joined(separator: "; ")
        return joined.wholeMatch(of: type) == nil ? "application/octet-stream" : joined
    }
}
