import DjetCommand
import DjetModel

/// An application for tests: Djet's subcommands with predictable functions.
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
