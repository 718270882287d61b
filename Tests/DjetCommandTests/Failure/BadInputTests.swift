import DjetStore
import DjetTestSupport
import Foundation
import Testing

@testable import DjetCommand

/// A person's mistake ends in one sentence, and in an exit status for its kind.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let sentence: String

        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: [String], _ status: Int32, _ sentence: String) {
            (self.arguments, self.status, self.sentence) = (arguments, status, sentence)
        }
    }

    /// Mistakes that are found before the database is asked for.
    static let early = [
        Case(["call", "nope"], 64, "there is no function “nope”. `office functions` lists all\n"),
        Case(
            ["call", "sales.place-ordr"], 64,
            "there is no function “sales.place-ordr”; did you mean sales.place-order? `office functions` lists all\n"
        ),
        Case(
            ["offload", "gret"], 64,
            "there is no function “gret”; did you mean greet? `office functions` lists all\n"),
        Case(["call", "greet"], 64, "the arguments do not fit greet: whom is missing"),
        Case(
            ["call", "greet", "--args", #"{"whom": 7}"#], 64,
            "the arguments do not fit greet: whom must be a text"),
        Case(
            ["call", "greet", "--args", #"{"whom": "Ada", "colour": "red"}"#], 64,
            "the arguments do not fit greet: colour is not a known field"),
        Case(
            ["offload", "greet", "--args", #"{"whom": "Ada", "whom": "Bob"}"#], 64,
            "the arguments do not fit greet: whom is given more than once"),
        Case(
            ["offload", "greet", "--args", #"{"whom": "A\u0000da"}"#], 64,
            "the arguments do not fit greet: whom has a zero byte"),
        Case(
            [
                "offload", "greet", "--args",
                #"{"whom": "# + String(repeating: "[", count: 300) + String(repeating: "]", count: 300) + "}",
            ], 64, "it is nested too deeply"),
        Case(
            ["call", "greet", "--args", #"{"whom" "Ada"}"#], 64,
            "--args is not JSON: line 1, column 9: expected “:”"),
        Case(["call", "greet", "--args", "[1]"], 64, "--args is not a JSON object"),
        Case(["call", "greet", "--args", "@/no/such/file"], 66, "there is no file /no/such/file"),
        Case(["call", "greet", "--args", "@/tmp"], 66, "/tmp is a folder: name a file"),
        Case(["call", "greet", "--args", "@/dev/zero"], 66, "/dev/zero is a device or a socket: name a"),
        Case(["offload", "greet", "--file", "whom=/dev/zero"], 66, "/dev/zero is a device or a socket"),
        Case(["call", "write-letter", "--save", "/proc/no"], 73, "the folder /proc/no cannot be written"),
        Case(["offload", "write-letter", "--save", "."], 64, "--save needs --wait"),
        Case(["offload", "write-letter", "--priority", "12"], 64, "--priority must be from 0 to 9 (got 12)"),
        Case(["offload", "write-letter", "--run-at", "soon"], 64, "“soon” is not a time"),
        Case(
            ["offload", "write-letter", "--run-at", "99999-01-01T00:00:00Z"], 64,
            "“99999-01-01T00:00:00Z” is out of range: use a time between the years 1970 and 9999"),
        Case(
            ["jobs", "list", "--limit", "9223372036854775807"], 64,
            "from 1 to 10000 (got 9223372036854775807)"),
        Case(
            ["serve", "--clients-per-address", "0"], 64, "--clients-per-address must be a number from 1"),
        Case(["offload", "write-letter", "--after", "42"], 64, "“42” is not a ticket"),
        Case(["jobs", "show", "forty-two"], 64, "a ticket is a queue and a number, such as slow.42"),
        Case(["jobs", "cancel", "slow.1", "--queue", "slow"], 64, "leave one of them out"),
        Case(["jobs", "retry"], 64, "no job is named: name a ticket such as slow.42, filters such as"),
        Case(["jobs", "delete", "--yes"], 64, "no job is named"),
        Case(["jobs", "delete", "--all", "--kind", "greet"], 64, "--all means every job: leave it out"),
        Case(["jobs", "delete", "--all"], 64, "the input is no terminal: add --yes to delete the jobs"),
        Case(["jobs", "cancel", "--queue", "BAD Q", "--yes"], 64, "“BAD Q” is not a queue's name"),
        Case(["jobs", "retry", "--since", "soon", "--yes"], 64, "“soon” is not a time"),
        Case(["jobs", "list", "--status", "lost"], 64, "“lost” is not a status: use one of entered"),
        Case(["work", "--slots", "none"], 64, "--slots must be a number from 1 to 10000 (got “none”)"),
        Case(["work", "--slots", "9223372036854775807"], 64, "--slots must be a number from 1 to 10000"),
        Case(
            ["work", "--retention", "999999999999999999"], 64, "--retention must be a number from 1 to 36500"),
        Case(
            ["work", "--retention", "finished=7,entered=9"], 64,
            "or numbers by status, such as finished=7,error=90,cancelled=30 (got “finished=7,entered=9”)"),
        Case(["work", "--grace", "inf"], 64, "--grace must be a number from 0 to 86400 (got “inf”)"),
        Case(
            ["work", "--queues", String(repeating: "a", count: 31)], 64, "is not a queue's name: use up to 30"
        ),
        Case(["jobs", "list", "--after", "4000"], 64, "“4000” is not a mark"),
        Case(["work", "--queues", "A b"], 64, "“A b” is not a queue's name"),
        Case(["work", "--log-level", "loud"], 64, "“loud” is not a log level"),
        Case(["jobs", "list", "--schema", "No Schema"], 78, "cannot be the schema's name"),
        Case(["jobs", "list"], 69, "cannot connect to PostgreSQL"),
        Case(["jobs", "list", "--folder", ""], 64, "--folder is empty: name a folder"),
        Case(
            ["users", "list", "--limit", "9223372036854775807"], 64,
            "from 1 to 10000 (got 9223372036854775807)"),
        Case(["serve", "--connections", "9223372036854775807"], 64, "--connections must be from 2 to 10000"),
        Case(["call", "greet", "--args", "@"], 66, "the path is empty: name a file"),
        Case(["call", "write-letter", "--save", ""], 73, "the path of the folder is empty: name a folder"),
        Case(
            ["call", "greet", "--args", #"{"whom": "Ada"}"#, "--file", "whom=/dev/null"], 64,
            "“whom” is given twice: pass it by --file or in --args, not both"),
        Case(["queues", "resume", "Not A Queue"], 64, "“Not A Queue” is not a queue's name: use up to 30"),
        Case(
            ["nodes", "add", "/x", "page", "--title", "X", "--redirect-status", "301"], 64,
            "--redirect-status needs --redirect"),
        Case(["frolic"], 64, "there is no command “office frolic”. See 'office --help'"),
        Case(["upp"], 64, "there is no command “office upp”; did you mean up? See 'office --help'"),
        Case(["job", "list"], 64, "there is no command “office job”; did you mean jobs?"),
        Case(["jobs", "lst"], 64, "there is no command “office jobs lst”; did you mean list? See 'office "),
        Case(["help", "nosuch"], 64, "there is no command “office nosuch”"),
        Case(["jobs", "list", "--limit", "x"], 64, "is invalid for '--limit <limit>': write a whole number"),
        Case(
            ["nodes", "add", "/x", "page", "--title", "X", "--column", "foo"], 64,
            "write a name, = and a value, such as body="),
        Case(
            ["nodes", "add", "/x", "page", "--title", "X", "--allow", "bosses"], 64,
            "such as users=view,use"),
        Case(["offload", "write-letter", "--file", "bad.csv"], 64, "such as file=letter.txt"),
        Case(["jobs", "list", "--queue", "BAD Q"], 64, "“BAD Q” is not a queue's name"),
        Case(["work", "--queues", "a,,b"], 64, "“” is not a queue's name"),
        Case(["jobs", "list", "--folder", "/x", "--database", "host=a"], 64, "leave one of them out"),
        Case(
            ["jobs", "list", "--database", "mysql://a:secret@b/c"], 78,
            "“mysql://…” is not an address of PostgreSQL: use postgres://host/database"),
    ]

    @Test(arguments: early) func theSentenceComesBeforeTheDatabase(wrong: Case) async throws {
        expect(try await Run(wrong.arguments, by: "office"), wrong)
    }

    static let late = [
        Case(["jobs", "show", "default.42"], 3, "there is no job default.42"),
        Case(["jobs", "cancel", "default.42"], 3, "there is no job default.42"),
        Case(["jobs", "retry", "default.42"], 3, "there is no job default.42"),
        Case(["jobs", "delete", "default.42"], 3, "there is no job default.42"),
        Case(["offload", "refuse", "--queue", "Fast Lane"], 64, "“Fast Lane” is not a queue's name"),
        Case(
            ["jobs", "list", "--database", "no_such_database"], 69,
            """
            database "no_such_database" does not exist. Create it on that server with `createdb \
            no_such_database`, or check --database or DATABASE_URL.
            """),
        Case(
            ["jobs", "list", "--database", "it's not there"], 69,
            #"with `createdb 'it'\''s not there'`"#),
    ]

    @Test(arguments: late) func theDatabaseKnows(wrong: Case) async throws {
        try await withDatabase(business: true) { database in
            expect(try await Run(wrong.arguments, by: "office", on: database), wrong)
        }
    }

    @Test(arguments: ["DJET_SLOTS", "DJET_GRACE", "DJET_RETENTION", "DJET_LOG_LEVEL"])
    func aSettingOfTheEnvironmentIsNamed(variable: String) async throws {
        let run = try await Run.office("work", environment: [variable: "many"])
        expect(run, Case([], 78, "\(variable) must be "))
    }

    @Test func queuesWithoutANameAreToldByTheirOrigin() async throws {
        let typed = try await Run.office("work", "--queues", ",")
        expect(typed, Case([], 64, "--queues names no queue"))
        let set = try await Run.office("work", environment: ["DJET_QUEUES": ","])
        expect(set, Case([], 78, "DJET_QUEUES names no queue"))
    }

    @Test func aWrongFormOfTheLogIsToldByItsOrigin() async throws {
        let typed = try await Run.office("work", "--log-format", "xml")
        expect(typed, Case([], 64, "“xml” is no form of a log: use text or json"))
        let set = try await Run.office("work", environment: ["DJET_LOG_FORMAT": "xml"])
        expect(set, Case([], 78, "DJET_LOG_FORMAT must be text or json (got “xml”)"))
    }

    @Test func anEmbeddedServerThatCannotStartSaysWhy() async throws {
        let run = try await Run.office(
            "migrate", environment: ["DATABASE_URL": "", "DJET_FOLDER": "/proc/no"])
        expect(run, Case([], 69, "The folder /proc/no for the embedded PostgreSQL cannot be created"))
    }

    @Test(arguments: [
        ["jobs", "list"], ["jobs", "show", "default.1"], ["queues", "list"], ["nodes", "list"],
        ["users", "list"], ["keys", "list"], ["call", "refuse"],
    ])
    func whatOnlyLooksMakesNoDatabase(arguments: [String]) async throws {
        let scratch = try Scratch()
        let run = try await Run(
            arguments + ["--folder", scratch.path], by: "office", environment: ["DATABASE_URL": ""])
        let sentence = "there is no database in the folder \(scratch.path): `office up` or `office migrate`"
        expect(run, Case(arguments, 69, sentence))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    /// A bare name says which database, not which server: nothing is made to look for it.
    @Test func aDatabaseInAFolderThatHoldsNoneIsRefusedBeforeOneIsMade() async throws {
        let scratch = try Scratch()
        let arguments = ["up", "--port", "0", "--database", "mydb", "--folder", scratch.path]
        let run = try await Run(arguments, by: "office")
        let sentence = "there is no database “mydb”: the folder \(scratch.path) holds no PostgreSQL yet"
        expect(run, Case(arguments, 69, sentence))
        #expect(run.error.contains("needs the server of DATABASE_URL or PGHOST"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test func adviceToMigrateLeadsToTheSameSchema() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("jobs", "list", "--schema", "nosuch", on: database)
            expect(run, Case([], 78, "run `office migrate --schema nosuch` first"))
        }
    }

    @Test func aRightThatIsMissingIsToldWithTheRoleThatHasIt() async throws {
        try await withDatabase(business: true) { database in
            try await database.signedIn(as: "djet_offload") { weak in
                let run = try await Run.office("jobs", "list", on: weak)
                expect(run, Case([], 1, "permission denied for schema djet. The login lacks a right."))
                #expect(run.error.contains("of djet_admin to list and steer them"), "\(run.error)")
            }
        }
    }

    @Test func whatIsNoTextIsRefused() async throws {
        let scratch = try Scratch()
        try Data([0x7B, 0xFF, 0x7D]).write(to: URL(filePath: "\(scratch.path)/bytes.json"))
        let run = try await Run.office("call", "greet", "--args", "@\(scratch.path)/bytes.json")
        expect(run, Case([], 64, "bytes.json is not UTF-8 text"))
    }

    /// The server's details show rows, and its codes mean nothing to people.
    @Test func whatTheDatabaseRefusesIsToldInWords() {
        var error = StoreError.refusal("new row for relation \"x\" violates check constraint \"y\"", "23514")
        error.detail = "Failing row contains (1, secret)."
        let failure = CommandFailure(error)
        #expect(failure.description.hasPrefix("the database refused the request: new row"))
        #expect(!failure.description.contains("secret") && !failure.description.contains("23514"))
        let far = CommandFailure(StoreError.refusal("timestamp out of range", "22008"))
        #expect(
            far.description == "a value is too large to be stored, or has a zero byte"
        )
    }

    @Test func whatTheServerAdvisesIsTold() {
        var error = StoreError.refusal("permission denied for schema x", "42501")
        error.hint = "Ask its owner."
        #expect(
            CommandFailure(error).description
                == "the database refused the request: permission denied for schema x. Ask its owner.")
    }

    @Test func aPoolerThatSharesSessionsIsAConfigurationToChange() async throws {
        try await withDatabase(migrated: false) { database in
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            try await connection.run(script: "prepare djet_1 as select 1")
            let error = await #expect(throws: StoreError.self) { try await connection.query("select 2") }
            let failure = CommandFailure(try #require(error))
            #expect(failure.status == .configuration)
            #expect(failure.description.contains("a pooler that shares sessions. Connect Djet to PostgreSQL"))
            #expect(failure.description.contains("pool_mode = session"))
        }
    }

    private func expect(_ run: Run, _ wrong: Case) {
        #expect(run.status == wrong.status)
        #expect(run.error.contains(wrong.sentence), "\(run.error)")
        #expect(run.error.hasPrefix("Error: "))
        #expect(run.output.isEmpty)
        #expect(!run.error.contains("\u{1B}"))
    }
}

extension StoreError {
    fileprivate static func refusal(_ message: String, _ state: String) -> StoreError {
        var error = StoreError(.refused, message)
        error.sqlState = SQLState(rawValue: state)
        return error
    }
}
