import ArgumentParser

extension Part {
    /// The command `new`, which writes a small application to begin with.
    public static let starter = Part("starter", commands: [NewCommand.self], examples: ["new Shop"])
}

/// Writes a small application to begin with.
struct NewCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "new", "Writes a small application to begin with, with tests that pass.",
            """
            It makes a folder NAME with a package: a part with functions, a handler, a schedule and tables, a \
            page, tests, a Makefile and a README. `make test` builds it and runs its tests.
            """,
            examples: ["new Shop", "new Shop --jobs-only", "new Shop --djet https://example.org/djet.git"])
    }

    @Argument(help: "The name, of letters and digits, such as Shop.") var name: String
    @Option(
        help: ArgumentHelp(
            "The folder or the address of Djet's package; by default the folder that this program was built from.",
            valueName: "path-or-url"))
    var djet: String?
    @Flag(help: "Leave out the page: an application of jobs alone.") var jobsOnly = false

    func run() throws {
        let name = try ApplicationName(self.name)
        let source = try djet.map { try DjetSource($0) } ?? DjetSource.ofThisProgram()
        let application = NewApplication(name: name, source: source, isJobsOnly: jobsOnly)
        try application.write()
        let started = jobsOnly ? "a PostgreSQL and a worker" : "a PostgreSQL, a worker and the web server"
        Terminal.output.line(
            """
            \(name.title) is written, \(application.files.count) files.

                cd \(name.title)
                make test    # builds it, which takes some minutes the first time, and runs its tests
                make up      # starts \(started)
            """)
    }
}
