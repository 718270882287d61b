/// The reading of a CSV file of accounts.
struct AccountSheet {
    /// The reader, which has been fed the whole file.
    var reader = CSVReader()

    /// An account as `accounting.import_accounts()` takes it.
    struct Line: Codable, Equatable {
        let code: String
        let kind: String
        let name: String
        let isActive: Bool
    }

    /// Returns the accounts. Throws `ModelError.invalid`, which names file and line.
    mutating func lines(of file: String) throws -> [Line] {
        do {
            guard let header = try reader.next() else { throw ModelError.invalid("\(file) is empty") }
            let names = header.fields.map { header.text($0).lowercased() }
            var lines: [Line] = []
            while let record = try reader.next() {
                lines.append(try Self.line(of: record, names, "\(file), line \(record.line)"))
            }
            return lines
        } catch let error as CSVError {
            throw ModelError.invalid("\(file): \(error)")
        }
    }

    private static func line(of record: CSVRecord, _ names: [String], _ place: String) throws -> Line {
        func text(_ name: String) throws -> String {
            guard let index = names.firstIndex(of: name), index < record.fields.count else { return "" }
            return try PlainText.argument(record.text(index), as: "\(place): \(name)")
        }
        let (code, kind, name) = (try text("code"), try text("kind").lowercased(), try text("name"))
        guard LedgerAccount.Kind(rawValue: kind) != nil else {
            let kinds = LedgerAccount.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ModelError.invalid("\(place): the kind must be one of \(kinds) (got “\(kind)”)")
        }
        guard (1...20).contains(code.unicodeScalars.count), (1...200).contains(name.unicodeScalars.count)
        else {
            throw ModelError.invalid("\(place): a code has 1 to 20 characters, and a name 1 to 200")
        }
        let isActive = try text("active").lowercased() != "false"
        return Line(code: code, kind: kind, name: name, isActive: isActive)
    }
}
