import DjetCommand

struct Library {
    static func main() async {
        await Application(name: "library", parts: [.library]).main()
    }
}
