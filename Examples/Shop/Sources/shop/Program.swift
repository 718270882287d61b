import DjetCommand

@main struct Program {
    static func main() async {
        await Application(name: "shop", parts: [.notes, .pages]).main()
    }
}
