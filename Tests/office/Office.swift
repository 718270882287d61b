import DjetCommand
import DjetModel
import Foundation

/// An application for tests: Djet's subcommands with predictable functions.
@main struct Office {
    static func main() async {
        // With OFFICE_DOUBLE two parts have the same function, which ends the program at its start.
        let isDouble = ProcessInfo.processInfo.environment["OFFICE_DOUBLE"] != nil
        // With OFFICE_JOBS it is a program of jobs alone.
        let hasSite = ProcessInfo.processInfo.environment["OFFICE_JOBS"] == nil
        await Application(
            name: "office", parts: isDouble ? [.office, .annex] : [.office], hasSite: hasSite
        ).main()
    }
}

extension Part {
    /// The test's functions, with one function of the shipped business and all of its tables.
    static let office = Part(
        "office",
        functions: [
            Greet.self, PlaceOrder.self, Refund.self, Refuse.self, RenameProduct.self, Sleep.self,
            WriteLetter.self,
        ],
        sql: { [try Business.sql()] })

    static let annex = Part("annex", functions: [Greet.self])
}

struct Greet: ModelFunction {
    static let name = "greet"
    var whom: String

    func run(in model: Model) async throws -> String { "Hello, \(whom)" }
}

struct Refuse: ModelFunction {
    static let name = "refuse"

    func run(in model: Model) async throws -> Nothing {
        throw ModelError.conflict("order 7 has not shipped")
    }
}
