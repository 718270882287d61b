/// The SQL of one part of a program: migrations, which change tables, and functions, which are code.
///
/// Migrations lie in `migrations/NNNN_name.sql`, run once each in the order of their numbers, and are never
/// edited once released. Everything in `functions/` is reinstalled whenever any of it has changed, and after
/// each migration. Files in `before/` run before the migrations of an already installed set take their locks.
///
/// Functions are installed in the order of their names, unless the file `functions/order` states another one:
/// a name a line, without `.sql`. The line `...` stands for all functions that it does not name; without that
/// line, they come last. Lines that begin with `--` are comments.
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
    /// The functions, in the order in which they are installed.
    let functions: [File]

    /// Creates a set whose files name the schema `home`, installed as `schema`.
    ///
    /// Throws `StoreError` with code `.migration` if a schema is not a lower-case name of at most 30
    /// characters, if a migration has no number or another's, or if `functions/order` names a file that does
    /// not exist.
    public init(home: String, schema: String? = nil, files: [File]) throws {
        let schema = schema ?? home
        for name in [home, schema] { try Self.check(schema: name) }
        try Self.check(files)
        functions = try Self.functions(among: files)
        self.home = home
        self.schema = schema
        self.files = files
    }

    private static func check(schema: String) throws {
        let isName = schema.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        guard isName, let first = schema.first, !first.isNumber, schema.count <= 30 else {
            throw StoreError(
                .migration,
                "“\(schema)” cannot be the schema's name: use up to 30 of a–z, 0–9 and _, a letter first")
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
