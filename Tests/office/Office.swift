import DjetCommand
import DjetModel

/// An application of a test's own: Djet's subcommands with functions that are easy to foresee.
@main struct Office {
    static func main() async {
        await Application(
            name: "office",
            functions: [
                Greet.self, PlaceOrder.self, Refuse.self, RenameProduct.self, Sleep.self, WriteLetter.self,
            ],
            sql: { [try DjetSQL.business()] }
        ).main()
    }
}
