import DjetCommand
import DjetTools

/// The shipped application: Djet's subcommands, the shipped business and the tools.
@main struct Djet {
    static func main() async {
        await Application(name: "djet", parts: [.business, .tools, .starter]).main()
    }
}
