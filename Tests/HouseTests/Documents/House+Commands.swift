extension House.File {
    /// The commands that it shows: those of its fenced blocks `sh`, and indented lines that begin with the
    /// name of a program, or with variables for it.
    var commands: [[String]] {
        let fenced = blocks.filter { $0.language == "sh" }.map(\.text)
        let commands = (fenced + [indented]).flatMap { ShellText($0).commands }
        return commands.map { words in Array(words.drop { $0.contains("=") }) }.filter { !$0.isEmpty }
    }

    /// The SQL that it shows: each fenced block `sql`, and each statement that it passes to psql.
    var statements: [[String]] {
        let typed = commands.filter { $0[0] == "psql" }.flatMap { words in
            zip(words, words.dropFirst()).filter { $0.0 == "-c" }.map { [$0.1] }
        }
        return typed + blocks.filter { $0.language == "sql" }.map(\.statements)
    }

    /// The indented lines of commands, with those that continue them.
    private var indented: String {
        let programs: Set<Substring> = ["curl", "djet", "export", "make", "psql", "shop", "swift"]
        var goesOn = false
        let chosen = prose.split(separator: "\n").filter { line in
            let isIndented = line.prefix { $0 == " " }.count == 4
            let program = line.split(separator: " ").first { !$0.contains("=") } ?? ""
            let isCommand = isIndented && programs.contains(program)
            defer { goesOn = (isCommand || goesOn) && line.hasSuffix("\\") }
            return isCommand || goesOn
        }
        return chosen.joined(separator: "\n")
    }
}

extension House.Block {
    /// The statements of a block of SQL. Each ends with a semicolon at the end of a line, outside of the text
    /// of a function.
    var statements: [String] {
        var statements: [String] = []
        var open: [Substring] = []
        var isInText = false
        for line in text.split(separator: "\n") where !line.hasPrefix("--") {
            open.append(line)
            if line.contains("$$") { isInText.toggle() }
            guard !isInText, line.hasSuffix(";") else { continue }
            statements.append(String(open.joined(separator: "\n").dropLast()))
            open = []
        }
        return open.isEmpty ? statements : statements + [open.joined(separator: "\n")]
    }
}
