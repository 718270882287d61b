import DjetCommand

/// The shipped application: Djet's subcommands, and the shipped business.
@main struct Djet {
    static func main() async {
        await Application(name: "djet", parts: [.business]).main()
    }
}
