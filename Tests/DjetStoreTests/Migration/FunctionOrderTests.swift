import DjetTestSupport
import Testing

@testable import DjetStore

/// The order in which functions are installed, by the list `functions/order`.
@Suite struct FunctionOrderTests {
    @Test func withoutAListTheNamesDecide() throws {
        #expect(try Self.names(of: ["b", "c", "a"], order: nil) == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("c\n...\na\n", ["c", "b", "d", "a"]), ("d\nb", ["d", "b", "a", "c"]),
        ("...\nb", ["a", "c", "d", "b"]),
        ("-- views\n\n  d  \n...\n-- last\na\nb\n", ["d", "c", "a", "b"]), ("", ["a", "b", "c", "d"]),
    ])
    func aListStatesWhatComesFirstAndLast(list: String, order: [String]) throws {
        #expect(try Self.names(of: ["d", "c", "b", "a"], order: list) == order)
    }

    @Test(arguments: [
        ("a\nz\n...", "functions/order names functions/z.sql, which does not exist: add it, or leave it out"),
        ("a\n...\na", "functions/order names functions/a.sql twice: leave one of them out"),
        ("...\na\n...", "functions/order names ... twice: leave one of them out"),
    ])
    func aListThatNamesWhatItCannotIsRefused(list: String, message: String) throws {
        let error = #expect(throws: StoreError.self) { try Self.names(of: ["a"], order: list) }
        #expect(error?.code == .migration)
        #expect(error?.message == message)
    }

    @Test func anotherOrderOrNameInstallsTheFunctionsAnew() async throws {
        let one = Self.file("one", "create or replace function shop.one() returns int language sql return 1;")
        var two = Self.file(
            "00_two", "create or replace function shop.two() returns int language sql return 2;")
        let three = Self.file(
            "three",
            "create or replace function shop.three() returns int language sql return shop.one() + shop.two();"
        )
        try await withDatabase(migrated: false) { database async throws in
            func expectAnew(_ files: [SQLSet.File]) async throws {
                let migrator = Migrator([try SQLSet(home: "shop", files: files)])
                await #expect(throws: StoreError.self) { try await migrator.check(database.store) }
                #expect(try await migrator.migrate(database.store).functions == ["shop"])
                try await migrator.check(database.store)
                #expect(try await migrator.migrate(database.store).functions.isEmpty)
            }
            try await expectAnew([one, two, three])
            two.path = "functions/two.sql"
            try await expectAnew([one, two, three, Self.order("two\none\n...")])
            try await expectAnew([one, two, three, Self.order("one\ntwo\n...")])
            #expect(try await database.store.first("select shop.three()", as: Int.self) == 3)
        }
    }

    private static func file(_ name: String, _ text: String = "") -> SQLSet.File {
        SQLSet.File(path: "functions/\(name).sql", text: text)
    }

    private static func order(_ text: String) -> SQLSet.File {
        SQLSet.File(path: "functions/order", text: text)
    }

    /// Returns the names of functions in the order of their installation.
    private static func names(of names: [String], order list: String?) throws -> [String] {
        let files = names.map { file($0) } + [list.map { order($0) }].compactMap(\.self)
        return try SQLSet(home: "shop", files: files).functions.map {
            String($0.path.dropFirst("functions/".count).dropLast(".sql".count))
        }
    }
}
