/// A file to import after its first reading: text, not empty, in a known encoding.
package struct OrderFile: Sendable {
    /// The file's name, for messages.
    package let name: String

    /// The contents that are expected.
    let subject: ImportSubject

    /// The file's encoding.
    package let encoding: TextEncoding

    /// True if some bytes are not in the file's encoding.
    package let hasFaults: Bool

    /// True if some bytes are NUL, which no text in a single-byte encoding has.
    let hasNULs: Bool

    /// The number of bytes.
    package let size: Int

    /// Takes the result of a first reading.
    ///
    /// A byte order mark decides on the encoding; without one, the user's word or the sender's; otherwise the
    /// look of the bytes.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - check: the first reading.
    ///   - encoding: the encoding named by the user; nil or empty if none.
    ///   - charset: the encoding named by the sender; nil or empty if none.
    ///   - subject: the contents that are expected.
    /// - Throws: `ImportError` if the file is empty, does not begin with text, or has an encoding that cannot
    ///   be read.
    package init(
        name: String, _ check: TextCheck, encoding: String? = nil, charset: String? = nil,
        of subject: ImportSubject = .orders
    ) throws(ImportError) {
        guard check.hasText else {
            throw ImportError(
                file: name,
                "the file is empty; expected a CSV file with a header and \(subject.lines)"
            )
        }
        (self.name, self.subject, size) = (name, subject, check.size)
        self.encoding = try Self.encoding(of: name, check, encoding, charset, subject)
        hasFaults = self.encoding == .utf8 && check.utf8Faults > 0
        if case .utf16 = self.encoding { hasNULs = false } else { hasNULs = check.lineOfNUL != nil }
        // A NUL byte in a later line is a slip, for which that line is rejected.
        guard hasNULs, check.lineOfNUL == 1 else { return }
        throw check.likelyUTF16 == nil ? binary(line: 1) : Self.unmarkedUTF16(name, subject)
    }

    /// Returns the next record of its reader; nil if more bytes are needed.
    ///
    /// - Throws: the reason why the file cannot be read on, with file and line.
    func next(of reader: inout CSVReader) throws(ImportError) -> CSVRecord? {
        do {
            return try reader.next()
        } catch {
            throw ImportError(file: name, line: error.line, error.description)
        }
    }

    /// Returns true if bytes of a record are not in the file's encoding.
    func hasFault(_ record: CSVRecord) -> Bool {
        hasFaults && String(validating: record.raw, as: UTF8.self) == nil
    }

    /// Returns true if a record has a NUL byte.
    func hasNUL(_ record: CSVRecord) -> Bool { hasNULs && record.raw.contains(0) }

    /// Returns the error of a file whose header has a NUL byte.
    func binary(line: Int) -> ImportError {
        ImportError(
            file: name,
            line: line,
            "the file is binary (it has a NUL byte); save the \(subject.things) as CSV and import that file"
        )
    }

    private static func unmarkedUTF16(_ file: String, _ subject: ImportSubject) -> ImportError {
        ImportError(
            file: file,
            line: 1,
            "the file looks like UTF-16, but has no byte order mark; save it again as CSV in UTF-8, "
                + "or say in the field encoding of \(subject.function) whether it is utf-16le or utf-16be"
        )
    }

    private static func encoding(
        of file: String, _ check: TextCheck, _ encoding: String?, _ charset: String?,
        _ subject: ImportSubject
    ) throws(ImportError) -> TextEncoding {
        switch check.mark {
        case .utf8: return .utf8
        case .utf16(let isBigEndian): return .utf16(isBigEndian: isBigEndian)
        case .utf32:
            throw ImportError(file: file, line: 1, "the file is UTF-32; save it again as CSV in UTF-8")
        case nil: break
        }
        let said = [encoding, charset].compactMap(\.self).first { !$0.isEmpty }
        guard let said else {
            guard check.likelyUTF16 == nil else { throw unmarkedUTF16(file, subject) }
            return check.likelyEncoding
        }
        guard let known = TextEncoding(named: said) else {
            let name = said.prefix(40).filter { $0.isASCII && !$0.isNewline }
            throw ImportError(
                file: file,
                "the encoding “\(name)” is unknown; use one of \(TextEncoding.names.joined(separator: ", "))"
            )
        }
        if case .utf16 = known, !TextEncoding.saysByteOrder(said), let likely = check.likelyUTF16 {
            return likely
        }
        return known
    }
}

/// The failure of a whole import, in one sentence that names the file and, where there is one, the line.
package struct ImportError: Error, Equatable, CustomStringConvertible {
    /// The sentence.
    package let description: String

    init(file: String, line: Int? = nil, _ problem: String) {
        let place = line.map { "\(file), line \($0)" } ?? file
        description = "\(place): \(problem)"
    }
}

/// The contents of a file, in words for people, and the function that imports it.
package struct ImportSubject: Sendable {
    /// The function's name, whose fields a message tells to set.
    package let function: String
    /// The word for all that the file holds: `orders`.
    package let things: String
    /// The word for its lines: `order lines`.
    package let lines: String

    /// Orders.
    package static let orders = ImportSubject(
        function: ImportOrders.name, things: "orders", lines: "order lines")
}
