import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct MigratorTests {
    private static let first = SQLSet.File(
        path: "migrations/0001_first.sql",
        text:
            "create table shop.item (n int); comment on table shop.item is 'shop.item of shop, not of workshop';"
    )
    private static let second = SQLSet.File(
        path: "migrations/0002_second.sql", text: "alter table shop.item add m int; -- more")
    private static let function = SQLSet.File(
        path: "functions/count.sql",
        text:
            "create or replace function shop.count() returns bigint language sql return (select count(*) from shop.item);"
    )

    @Test func aFreshDatabaseGetsEverythingOnce() async throws {
        try await withStore { store async throws in
            let migrator = try migrator([Self.function, Self.second, Self.first])
            let report = try await migrator.migrate(store)
            #expect(report.applied == ["shop: \(Self.first.path)", "shop: \(Self.second.path)"])
            #expect(report.functions == ["shop"])
            #expect(try await store.value("select shop.count()") == 0)
            try await migrator.check(store)
            let again = try await migrator.migrate(store)
            #expect(again.applied.isEmpty && again.functions.isEmpty)
        }
    }

    @Test func whatIsNewIsAddedAndFunctionsAreReplaced() async throws {
        try await withStore { store async throws in
            _ = try await migrator([Self.first, Self.function]).migrate(store)
            var function = Self.function
            function.text = function.text.replacing("count(*)", with: "count(*) + 100")
            let newer = try migrator([Self.first, Self.second, function])
            let error = try await storeError { try await newer.check(store) }
            #expect(
                error.message.contains("“shop” is missing or older than this program: run `djet migrate`"))
            #expect(try await newer.migrate(store).applied == ["shop: \(Self.second.path)"])
            #expect(try await store.value("select shop.count()") == 100)
        }
    }

    @Test func aSchemaWithoutARecordOfItsMigrationsIsToldToBeOne() async throws {
        try await withStore { store async throws in
            try await store.query("create schema shop")
            try await store.query("create table shop.item (n int)")
            let migrator = try migrator([Self.first])
            let error = try await storeError { _ = try await migrator.migrate(store) }
            let hint = "The schema “shop” was made without a record of its migrations"
            #expect(error.hint?.hasPrefix(hint) == true, "\(error)")
        }
    }

    @Test func functionsAreInstalledBehindEachMigration() async throws {
        try await withStore { store async throws in
            let comment = SQLSet.File(
                path: "functions/last.sql", text: "comment on table shop.item is 'here at last';")
            _ = try await migrator([Self.first, comment]).migrate(store)
            try await store.query("comment on table shop.item is null")
            let report = try await migrator([Self.first, Self.second, comment]).migrate(store)
            #expect(report.functions == ["shop"])
            let text: String = try await store.value("select obj_description('shop.item'::regclass)")
            #expect(text == "here at last")
        }
    }

    @Test func ofEightAtOnceOneDoesTheWork() async throws {
        try await withStore { store async throws in
            let migrator = try migrator([Self.first, Self.second, Self.function])
            let reports = try await withThrowingTaskGroup(of: Migrator.Report.self) { group in
                for _ in 1...8 { group.addTask { try await migrator.migrate(store) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.filter { !$0.applied.isEmpty }.count == 1)
        }
    }

    @Test func anEditedMigrationIsRefused() async throws {
        try await withStore { store async throws in
            _ = try await migrator([Self.first]).migrate(store)
            var edited = Self.first
            edited.text += " "
            for check in [true, false] {
                let error = try await storeError {
                    let migrator = try migrator([edited])
                    if check {
                        try await migrator.check(store)
                    } else {
                        _ = try await migrator.migrate(store)
                    }
                }
                #expect(error.code == .migration)
                #expect(error.message.hasPrefix("migrations/0001_first.sql was edited after"))
            }
        }
    }

    @Test func aNewerDatabaseIsRefused() async throws {
        try await withStore { store async throws in
            _ = try await migrator([Self.first, Self.second]).migrate(store)
            let error = try await storeError { _ = try await migrator([Self.first]).migrate(store) }
            #expect(error.message.contains("migrations/0002_second.sql, which this program does not know"))
        }
    }

    @Test func aFailingMigrationLeavesNothing() async throws {
        try await withStore { store async throws in
            let bad = SQLSet.File(
                path: "migrations/0002_bad.sql", text: "create table shop.x (); select 1/0;")
            let error = try await storeError { _ = try await migrator([Self.first, bad]).migrate(store) }
            #expect(error.message == "sql/…/migrations/0002_bad.sql: division by zero")
            #expect(try await store.value("select to_regnamespace('shop') is null") == true)
        }
    }

    @Test func twoInstallationsFitIntoOneDatabase() async throws {
        try await withStore { store async throws in
            for schema in ["shop", "other_shop"] {
                let set = try SQLSet(home: "shop", schema: schema, files: [Self.first, Self.function])
                let migrator = Migrator([set])
                _ = try await migrator.migrate(store)
                try await migrator.check(store)
            }
            try await store.query("insert into other_shop.item values (1)")
            #expect(try await store.value("select other_shop.count()") == 1)
            #expect(try await store.value("select shop.count()") == 0)
            let comment: String = try await store.value("select obj_description('other_shop.item'::regclass)")
            #expect(comment == "other_shop.item of other_shop, not of workshop")
        }
    }

    @Test func aSetWithoutFunctionsIsComplete() async throws {
        try await withStore { store async throws in
            let migrator = try migrator([Self.first])
            await #expect(throws: StoreError.self) { try await migrator.check(store) }
            _ = try await migrator.migrate(store)
            try await migrator.check(store)
        }
    }

    @Test(arguments: ["", "Shop", "1shop", "my-shop", "sh\"op", String(repeating: "x", count: 31), "_ä"])
    func aBadSchemaNameIsRefused(name: String) {
        #expect(throws: StoreError.self) { try SQLSet(home: "shop", schema: name, files: []) }
    }

    @Test(arguments: [
        ["migrations/first.sql"], ["migrations/0000_zero.sql"],
        ["migrations/0001_a.sql", "migrations/1_b.sql"],
    ])
    func badNumbersAreRefused(paths: [String]) {
        #expect(throws: StoreError.self) {
            try SQLSet(home: "shop", files: paths.map { SQLSet.File(path: $0, text: "") })
        }
    }

    private func migrator(_ files: [SQLSet.File]) throws -> Migrator {
        Migrator([try SQLSet(home: "shop", files: files)])
    }

    private func withStore(_ body: (Store) async throws -> Void) async throws {
        try await withDatabase(migrated: false) { database async throws in try await body(database.store) }
    }
}
