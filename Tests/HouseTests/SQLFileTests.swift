import DjetModel
import Testing

@testable import DjetStore

/// The files of SQL functions.
@Suite struct SQLFileTests {
    @Test func noNameStatesAPlaceInTheOrder() {
        let files = House.files(in: "sql", ending: ".sql").filter { $0.path.contains("/functions/") }
        #expect(files.count > 100)
        for file in files {
            let name = file.path.split(separator: "/").last ?? ""
            #expect(
                !name.contains(#/^([0-9]|z+_)/#), "\(file.path): name it in the list `order` of its folder")
        }
    }

    @Test func theListsAreEmbedded() throws {
        for (set, first) in [(try DjetSQL.queue(), "arguments_limit"), (try DjetSQL.site(), "all_users")] {
            #expect(set.functions.first?.path == "functions/\(first).sql")
        }
        #expect(try DjetSQL.queue().functions.last?.path == "functions/complete.sql")
    }
}
