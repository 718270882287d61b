import Testing

/// Only SQL functions write to the queue's tables, and read the live jobs and the workers.
@Suite struct QueueTableTests {
    /// COPY is the one way that no function can offer: it reads what the client sends.
    static let exception = "Sources/DjetModel/Jobs/JobQueue.swift: copy jobmachine.job"

    @Test func swiftNeverTouchesTheQueuesTables() throws {
        let tables = Self.tables
        #expect(tables.isSuperset(of: ["job", "history", "attempt", "worker"]))
        let writes = House.swiftFiles(in: "Sources").flatMap { file in
            Self.writes(in: file, to: tables).map { "\(file.path): \($0)" }
        }
        for write in writes where write != Self.exception {
            Issue.record("\(write): call a function of sql/queue/functions instead")
        }
        #expect(writes.contains(Self.exception), "the exception is needed no more: remove it")
    }

    /// The tables that Swift may read without a view or a function between.
    static let readable: Set<String> = [
        "attempt", "chunk", "dependency", "file", "history", "log", "refusal", "spread", "tally", "total",
    ]

    @Test func jobsEndByTheViewEndedAndTheirStatusIsToldByStatusOf() {
        let functions = House.files(in: "sql/queue/functions", ending: ".sql")
        #expect(functions.count > 100)
        for file in functions {
            #expect(!file.text.contains("insert into jobmachine.history"), "\(file.path)")
            #expect(
                !file.text.contains("then 'waiting'") || file.path.hasSuffix("/status_of.sql"),
                "\(file.path)")
        }
    }

    @Test func swiftReadsLiveJobsAndWorkersByViewsAndFunctions() {
        let guarded = Self.tables.subtracting(Self.readable)
        for file in House.swiftFiles(in: "Sources") {
            let read = Self.reads(in: file, of: guarded)
            #expect(read.isEmpty, "\(file.path): use a view or a function of sql/queue/functions instead")
        }
    }

    @Test(
        arguments: [
            #""select id from jobmachine.job""#: ["job"],
            #""select from \(identifier: schema).jobs j left join \(name).worker w on true""#: ["worker"],
            #""select * from only jobmachine.step, jobmachine.chunk""#: ["step"],
            #""select * from \(identifier: schema).steps(1)""#: [],
            "// read from jobmachine.job": [],
        ])
    func aReadIsFound(text: String, tables: [String]) {
        let guarded = Self.tables.subtracting(Self.readable)
        #expect(Self.reads(in: House.File(path: "", text: text), of: guarded) == tables)
    }

    @Test(
        arguments: [
            #""insert into jobmachine.job (id) values (1)""#: "insert into jobmachine.job",
            #""UPDATE \(identifier: schema).job j set worker = 1""#: "update jobmachine.job",
            "\"\"\"\n    delete from\n      \\(identifier: queue.schema).history\n\"\"\"":
                "delete from jobmachine.history",
            #""copy \(Statement("\(identifier: schema)").text).job (\(columns)) from stdin""#:
                "copy jobmachine.job",
            #""truncate table only "jobmachine"."attempt""#: "truncate table jobmachine.attempt",
            #""merge into \(name).job using other""#: "merge into jobmachine.job",
        ])
    func aWriteIsFound(text: String, write: String) {
        #expect(Self.writes(in: House.File(path: "", text: text), to: Self.tables) == [write])
    }

    @Test(
        arguments: [
            #""select id from jobmachine.job for update skip locked""#,
            #""select \(identifier: schema).offload(\(kind))""#,
            #""update sales.product set name = \(title)""#,
            #""insert into \(identifier: set.schema).migration (number)""#,
            "// update jobmachine.job is for the functions alone",
        ])
    func nothingElseIs(text: String) {
        #expect(Self.writes(in: House.File(path: "", text: text), to: Self.tables) == [])
    }

    /// The tables that the queue's migrations create.
    private static var tables: Set<String> {
        let create = #/create table jobmachine\.(?<name>\w+)/#
        let files = House.files(in: "sql/queue/migrations", ending: ".sql")
        return Set(files.flatMap { $0.text.matches(of: create).map { String($0.output.name) } })
    }

    /// Returns those of these tables that stand behind `from` or `join` in a file.
    private static func reads(in file: House.File, of tables: Set<String>) -> [String] {
        let read = #/\b(?:from|join)(?:\s+only)?\s+"?jobmachine"?\."?(?<table>\w+)/#
        return statements(of: file).matches(of: read.ignoresCase()).map { String($0.output.table) }
            .filter { tables.contains($0) }
    }

    /// Returns the statements of a file that write to these tables, as far as the tables' names.
    private static func writes(in file: House.File, to tables: Set<String>) -> [String] {
        let write =
            #/
            \b(?<verb>insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)
            (?:\s+only)? \s+ "?jobmachine"?\."?(?<table>\w+)
            /#
        return statements(of: file).matches(of: write.ignoresCase())
            .filter { tables.contains(String($0.output.table)) }
            .map { "\(words($0.output.verb)) jobmachine.\($0.output.table)" }
    }

    /// Returns the text of a file without comments, with `jobmachine` for each name of a schema.
    private static func statements(of file: House.File) -> String {
        let code = file.lines.map(\.text).filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        return namingTheSchema(code.joined(separator: "\n"))
    }

    private static func words(_ verb: Substring) -> String {
        verb.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The text with `jobmachine` for each interpolation: one before a dot can only be the name of a schema.
    private static func namingTheSchema(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let start = rest.firstRange(of: #"\("#) {
            plain += rest[..<start.lowerBound] + "jobmachine"
            rest = afterParenthesis(rest[start.upperBound...])
        }
        return plain + rest
    }

    /// The text behind the parenthesis that closes the one before it.
    private static func afterParenthesis(_ text: Substring) -> Substring {
        var depth = 1
        let end = text.firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        return end.map { text[$0...].dropFirst() } ?? ""
    }
}
