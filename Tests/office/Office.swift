import DjetCommand
import DjetModel
import Foundation

/// An application of a test's own: Djet's subcommands with functions that are easy to foresee.
@main struct Office {
    static func main() async {
        // To see how a program ends two parts of which have the same function.
        let isDouble = ProcessInfo.processInfo.environment["OFFICE_DOUBLE"] != nil
        await Application(name: "office", parts: isDouble ? [.office, .annex] : [.office]).main()
    }
}

extension Part {
    /// A function of the shipped business and its tables, rather than all of it.
    static let office = Part(
        "office",
        functions: [
            Greet.self, PlaceOrder.self, Refuse.self, RenameProduct.self, Sleep.self, WriteLetter.self,
        ],
        sql: { [try Business.sql()] })

    static let annex = Part("annex", functions: [Greet.self])
}
