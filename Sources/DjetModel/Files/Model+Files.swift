import DjetStore

extension Model {
    /// Stores a file whose bytes `body` writes, in one transaction, or as part of the open one.
    ///
    /// The file belongs to the model's user. For bytes that arrive at somebody else's speed, see
    /// `storeUpload`.
    ///
    /// - Parameters:
    ///   - name: the name to save it under, cut to 255 characters. Folders are left out.
    ///   - mimeType: the type of its content, such as `text/csv; charset=utf-8`.
    ///   - body: writes the content.
    public func storeFile(
        name: String, mimeType: String, _ body: (FileWriter) async throws -> Void
    ) async throws -> File {
        let name = Self.plainName(name)
        return try await transaction { model in
            let statement = queue.beginFile(name: name, mimeType: mimeType.lowercased(), owner: user)
            guard let id = try await model.database.first(statement, as: Int64.self) else {
                throw StoreError(.unexpectedValue, "the new file has no number")
            }
            let writer = FileWriter(id, in: model.database, queue)
            try await body(writer)
            try await writer.finish()
            return File(id: id, name: name, mimeType: mimeType.lowercased(), size: await writer.size)
        }
    }

    /// Returns the bytes of a stored file. Within a transaction its connection reads them.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - start: the position of the first byte.
    public func bytes(of file: File, from start: Int = 0) -> FileBytes {
        FileBytes(file: file, start: start, database: database, schema: queue.schema)
    }

    /// Returns the stored file of a number. Throws `ModelError.notFound`.
    public func file(_ id: Int64) async throws -> File {
        try await storedFile(id).file
    }

    /// Returns a file that the model's user, or a job of theirs, stored. Throws `ModelError.notFound`, also
    /// for the files of others.
    public func ownFile(_ id: Int64) async throws -> File {
        let stored = try await storedFile(id)
        guard let user, stored.owner == user else { throw Self.noFile(id) }
        return stored.file
    }

    /// Returns the files among `ids` that the model's user, or a job of theirs, stored, by number.
    package func ownFiles(_ ids: [Int64]) async throws -> [Int64: File] {
        guard let user else { return [:] }
        let statement: Statement = """
            select id as file, name, mime_type, size from \(identifier: queue.schema).file
            where id = any (\(ids)::bigint[]) and owner = \(user) and is_complete
            """
        let files = try await database.rows(statement, as: File.self)
        return Dictionary(files.map { ($0.id, $0) }) { first, _ in first }
    }

    private func storedFile(_ id: Int64) async throws -> (file: File, owner: String?) {
        struct Stored: Decodable {
            var name: String
            var mimeType: String
            var size: Int
            var owner: String?
        }
        let statement: Statement = """
            select name, mime_type, size, owner from \(identifier: queue.schema).file
            where id = \(id) and is_complete
            """
        guard let stored = try await database.first(statement, as: Stored.self) else { throw Self.noFile(id) }
        let file = File(id: id, name: stored.name, mimeType: stored.mimeType, size: stored.size)
        return (file, stored.owner)
    }

    private static func noFile(_ id: Int64) -> ModelError {
        .notFound("there is no file \(id), or it was deleted")
    }

    /// Returns a name without folders and control characters; `file` if nothing is left of it. A long one
    /// keeps its ending.
    package static func plainName(_ name: String) -> String {
        let last =
            name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
            ?? "".unicodeScalars[...]
        let plain = last.filter {
            !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 32 && $0.value != 127
        }
        let text = FileName.shortened(String(String.UnicodeScalarView(plain)), to: 255)
        return text.isEmpty || text == "." || text == ".." ? "file" : text
    }
}

extension Model {
    /// Returns the total bytes of the files that a user or their jobs stored.
    package func storedBytes(of user: String) async throws -> Int {
        try await database.first(queue.storedBytes(of: user), as: Int.self) ?? 0
    }

    /// Returns the number of a user's jobs that have not ended, counted up to `limit`.
    package func liveJobs(of user: String, atMost limit: Int) async throws -> Int {
        try await database.first(queue.liveJobs(of: user, atMost: limit), as: Int.self) ?? 0
    }
}
