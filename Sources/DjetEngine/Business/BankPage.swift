import DjetModel

/// A page of the lines of bank statements.
struct BankLinesPage: Codable, Sendable {
    let lines: [BankLine]
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list by days, or turns its pages.
    let isFiltered: Bool
    /// True if only the clearing list is shown.
    let isClearing: Bool
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    let mayUse: Bool
    /// The address of the list without days.
    let listPath: String
    /// The address of the payments.
    let paymentsPath: String
    /// The address of the import of statements; empty if there is none that the visitor may use.
    let importPath: String

    init(_ visit: Visit, _ output: ListBankLines.Output) {
        lines = output.lines
        next = output.next
        nextPath = visit.nextPath(
            visit.path("bank"), keeping: ["state", "from", "to"],
            output.next.map { [("after", $0.description)] })
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: ["from", "to"])
        isClearing = visit.query["state"] != nil
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        mayUse = visit.may(.use)
        listPath = visit.path("bank") + (isClearing ? "?state=to-assign" : "")
        paymentsPath = visit.path()
        importPath = visit.childPath("import")
    }
}

/// A line of a bank statement.
struct BankLinePage: Codable, Sendable {
    let line: BankLine
    /// True if the visitor may assign it, and it can be assigned.
    let mayAssign: Bool
    /// The address of the payments.
    let paymentsPath: String

    init(_ visit: Visit, _ line: BankLine) {
        self.line = line
        mayAssign = visit.may(.use) && [.toAssign, .reversed, .setAside].contains(line.state)
        paymentsPath = visit.path()
    }
}
