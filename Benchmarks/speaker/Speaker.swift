import DjetCommand

/// A site, and a worker for jobs that talk.
@main
struct Speaker {
    static func main() async {
        await Application(name: "speaker", functions: [Speak.self, Hush.self]).main()
    }
}
