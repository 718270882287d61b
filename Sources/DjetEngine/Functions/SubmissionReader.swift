import DjetJSON
import DjetModel
import HTTPTypes

/// Reads the arguments of a function from a request: JSON, a form, a form with files, or a file as the whole
/// body.
struct SubmissionReader {
    /// The media types that every function takes.
    static let mediaTypes = [MediaName.json, MediaName.multipart, MediaName.form]

    let visit: Visit
    let schema: Schema
    /// The field that takes a file sent as the whole body.
    var fileField: String?

    /// Returns the submission. Files are stored as they come; if anything goes wrong, none stays behind.
    ///
    /// Throws `RequestError`: 400 for an unreadable body, 403 for a form of another session, 413 for a body
    /// that is too long, 415 for a file as the body where no field takes it, 507 if the user's storage is
    /// full. Throws `FieldErrors` for a form's file that no field takes.
    func submission() async throws -> Submission {
        var submission = Submission()
        submission.key = try visit.idempotencyKey
        do {
            try await read(into: &submission)
            try await refuseTooMuch(submission)
            return submission
        } catch {
            await submission.discard(in: visit.model)
            throw error
        }
    }

    private func read(into submission: inout Submission) async throws {
        // The form was read as a whole, and its CSRF token checked.
        if let form = visit.form { return submission.add(form) }
        switch MediaName.of(visit.mediaType) {
        case MediaName.multipart: try await readForm(into: &submission)
        case MediaName.json, "": submission.json = try await json()
        default: try await readFile(into: &submission)
        }
    }

    private func json() async throws -> JSONTree {
        let text = try await text()
        return try JSONBody.tree(of: text.isEmpty ? "{}" : text)
    }

    private func text() async throws -> String {
        var bytes: [UInt8] = []
        for try await part in visit.bytes {
            bytes += part
            guard bytes.count <= visit.site.limits.value else {
                throw BodyBytes.tooMany(visit.site.limits.value)
            }
        }
        return try BodyText.text(of: bytes)
    }

    // MARK: Forms

    private func readForm(into submission: inout Submission) async throws {
        var reader = try MultipartReader(visit)
        var isChecked = visit.formSession == nil || visit.headers[.csrfToken] != nil
        var room = visit.site.limits.value
        while let part = try await reader.nextPart() {
            if part.name == Visit.csrfField, part.fileName == nil {
                let token = try await text(&reader, room: &room)
                if !isChecked { try visit.checkCSRF(token) }
                isChecked = true
                continue
            }
            // Nothing is stored before the CSRF token shows that the user's own browser sent it.
            if !isChecked { try visit.checkCSRF(nil) }
            if let fileName = part.fileName {
                try await store(part, named: fileName, &reader, in: &submission)
            } else {
                submission.add([(part.name, try await text(&reader, room: &room))])
            }
        }
        if !isChecked { try visit.checkCSRF(nil) }
    }

    private func text(_ reader: inout MultipartReader, room: inout Int) async throws -> String {
        var bytes: [UInt8] = []
        while let part = try await reader.nextBytes() {
            room -= part.count
            guard room >= 0 else { throw BodyBytes.tooMany(visit.site.limits.value) }
            bytes += part
        }
        return try BodyText.text(of: bytes, "a field of the form")
    }

    private func store(
        _ part: MultipartPart, named fileName: String, _ reader: inout MultipartReader,
        in submission: inout Submission
    ) async throws {
        var bytes = try await reader.nextBytes()
        // A browser sends a file field without a chosen file as a part with neither name nor bytes.
        if bytes == nil, fileName.isEmpty { return }
        guard takesFile(part.name) else { throw FieldErrors([.init(part.name, "takes no file")]) }
        guard submission.files[part.name] == nil else {
            throw FieldErrors([.init(part.name, "takes only one file")])
        }
        let file = try await store(fileName, part.contentType, in: &submission) { upload in
            while let more = bytes {
                try await upload.write(more)
                bytes = try await reader.nextBytes()
            }
        }
        submission.files[part.name] = file
    }

    /// Returns true if the path of a form's field, such as `files[0]` or `pages.cover`, takes a file.
    private func takesFile(_ path: String) -> Bool {
        guard let name = FieldName(path) else { return false }
        var schema = schema
        for part in name.parts {
            if case .array(let element) = schema.unwrapped, Int(part) != nil {
                schema = element
            } else {
                schema = schema.unwrapped.part(part)
            }
        }
        if case .array(let element) = schema.unwrapped { schema = element }
        return schema.unwrapped == .file
    }

    // MARK: Files as whole bodies

    private func readFile(into submission: inout Submission) async throws {
        guard let fileField else {
            throw RequestError(.unsupportedMediaType, "a bare file cannot be sent here: send a form or JSON")
        }
        let file = try await store(bodyName, visit.mediaType, in: &submission) { upload in
            for try await part in visit.bytes { try await upload.write(part) }
        }
        submission.files[fileField] = file
    }

    /// Stores a file. The user's room is looked up once, before the first file.
    private func store(
        _ name: String, _ mediaType: String?, in submission: inout Submission,
        _ body: (Upload) async throws -> Void
    ) async throws -> File {
        let limit = visit.site.limits.upload
        let room: Int = if let left = submission.room { left } else { try await visit.room() }
        guard room > 0 else { throw visit.noRoom }
        do {
            let file = try await visit.model.storeUpload(
                name: name, mimeType: mediaType, limit: min(limit, room), body)
            submission.room = room - file.size
            return file
        } catch is FileTooLong where room < limit {
            throw visit.noRoom
        }
    }

    /// Throws `RequestError` of 507 if the user's files exceed the limit by now: concurrent requests may each
    /// have had room.
    private func refuseTooMuch(_ submission: Submission) async throws {
        guard let user = visit.user, !submission.files.isEmpty,
            try await visit.model.storedBytes(of: user.name) > visit.site.limits.storagePerUser
        else { return }
        throw visit.noRoom
    }

    /// The file name from `Content-Disposition`; `upload.csv` or `upload.bin` if there is none.
    private var bodyName: String {
        let header = visit.headers[.contentDisposition].flatMap { try? HeaderParameters($0) }
        return header?["filename"] ?? "upload.\(MediaName.of(visit.mediaType) == "text/csv" ? "csv" : "bin")"
    }
}

extension Visit {
    /// The client's key for a request that must be done once; nil if there is none. Throws `RequestError` of
    /// 400 unless it has 1 to 100 characters.
    var idempotencyKey: String? {
        get throws {
            guard let key = headers[.known("Idempotency-Key")] else { return nil }
            // The header's draft wants a quoted string; most clients send the bare key.
            let plain = key.hasPrefix("\"") && key.hasSuffix("\"") ? String(key.dropFirst().dropLast()) : key
            guard (1...100).contains(plain.unicodeScalars.count) else {
                throw RequestError(.badRequest, "an Idempotency-Key must have 1 to 100 characters")
            }
            return plain
        }
    }
}

extension Submission {
    /// Adds the fields of a form, its button's choice and its key.
    mutating func add(_ fields: [(name: String, value: String)]) {
        for field in fields {
            switch field.name {
            case Visit.csrfField: break
            case Submission.wayField: way = Way(rawValue: field.value)
            case Submission.keyField: key = field.value.isEmpty ? key : field.value
            default: form.append(field)
            }
        }
    }
}
