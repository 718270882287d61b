import DjetCommand

/// A site, and a worker for jobs that talk.
@main
struct Speaker {
    static func main() async {
        let talk = Part("talk", functions: [Speak.self, Hush.self])
        await Application(name: "speaker", parts: [talk]).main()
    }
}
