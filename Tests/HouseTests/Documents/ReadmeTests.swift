import Foundation
import Testing

/// README shows what the tests run.
@Suite struct ReadmeTests {
    /// The program `office` has the function, and `CallCommandTests` call it.
    @Test func theFirstFunctionIsTheOneThatTheOfficeRuns() throws {
        let readme = try String(contentsOf: House.root.appending(path: "README.md"), encoding: .utf8)
        let function = try String(
            contentsOf: House.root.appending(path: "Tests/office/RenameProduct.swift"), encoding: .utf8)
        let first = readme.split(separator: "```").dropFirst().first.map(String.init)
        #expect(first == "swift\n" + function)
    }
}
