/// The SQL of one part of a program: migrations, which change tables, and functions, which are code.
///
/// Migrations lie in `migrations/NNNN_name.sql`, run once each in the order of their numbers, and are never
/// edited once released. Everything in `functions/` is reinstalled whenever any of it has changed, and after
/// each migration. Files in `before/` run before the migrations of an already installed set take their locks.
public struct SQLSet: Sendable {
    /// One file of a set.
    public struct File: Sendable {
        /// Its path below the set's folder, such as `migrations/0001_queue.sql`.
        public var path: String
        /// Its SQL.
        public var text: String

        /// Creates a file with this path and text.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }

        /// The number of a migration; nil for any other file.
        var number: Int? {
            guard path.hasPrefix("migrations/") else { return nil }
            return Int(path.dropFirst("migrations/".count).prefix { $0.isNumber })
        }
    }

    /// The schema that the files are written for.
    public let home: String
    /// The schema that they are installed into instead, which also holds the table of applied migrations.
    public let schema: String
    let files: [File]

    /// Creates a set whose files name the schema `home`, installed as `schema`.
    ///
    /// Throws `StoreError` with code `.migration` if a schema is not a lower-case name of at most 30
    /// characters, or if a migration has no number or another's.
    public init(home: String, schema: String? = nil, files: [File]) throws {
        let schema = schema ?? home
        for name in [home, schema] { try Self.check(schema: name) }
        try Self.check(files)
        self.home = home
        self.schema = schema
        self.files = files
    }

    private static func check(schema: String) throws {
        let isName = schema.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        guard isName, let first = schema.first, !first.isNumber, schema.count <= 30 else {
            throw StoreError(
                .migration,
                "“\(schema)” cannot be a schema's name here: take up to 30 of a–z, 0–9 and _, a letter first")
        }
    }

    private static func check(_ files: [File]) throws {
        var paths: [Int: String] = [:]
        for file in files where file.path.hasPrefix("migrations/") {
            guard let number = file.number, number > 0 else {
                throw StoreError(.migration, "\(file.path) must begin with a number from 0001")
            }
            if let other = paths.updateValue(file.path, forKey: number) {
                throw StoreError(.migration, "\(other) and \(file.path) have the same number")
            }
        }
    }

    var migrations: [(number: Int, file: File)] {
        files.compactMap { file in file.number.map { ($0, file) } }.sorted { $0.number < $1.number }
    }

    var functions: [File] {
        files.filter { $0.path.hasPrefix("functions/") }.sorted { $0.path < $1.path }
    }

    /// The files that run before a migration takes any lock, at each try.
    var preparations: [File] {
        files.filter { $0.path.hasPrefix("before/") }.sorted { $0.path < $1.path }
    }

    /// Returns the text of a file as it is installed.
    func text(of file: File) throws -> String {
        guard schema != home else { return file.text }
        return file.text.replacing(try Regex("\\b\(home)\\b").wordBoundaryKind(.simple), with: schema)
    }
}
