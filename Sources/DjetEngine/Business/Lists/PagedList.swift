import DjetModel

/// A page of what a function lists.
protocol PagedList {
    /// The end of a page.
    associatedtype Mark: ListMark
    /// The mark of the next page; nil if this is the last.
    var next: Mark? { get }
}

/// The end of a page, as it stands in the address of the next one.
protocol ListMark {
    /// The fields of the address.
    var fields: [FormEntry] { get }
}

extension PageMark: ListMark {
    var fields: [FormEntry] { [("after", description)] }
}

extension SearchMark: ListMark {
    var fields: [FormEntry] { [("after", description)] }
}

extension Order.ID: ListMark {
    var fields: [FormEntry] { [("after", "\(self)")] }
}

extension ListBackorders.Mark: ListMark {
    var fields: [FormEntry] { [("after", "\(order).\(line)")] }
}

extension ListStock.Mark: ListMark {
    var fields: [FormEntry] { [("after", product), ("afterWarehouse", warehouse)] }
}

extension ListPrices.Mark: ListMark {
    var fields: [FormEntry] {
        [("after", list), ("afterProduct", product), ("afterDay", from.description)]
    }
}

extension ListOrders.Output: PagedList {}
extension ListInvoices.Output: PagedList {}
extension ListPayments.Output: PagedList {}
extension ListBankLines.Output: PagedList {}
extension ListReminders.Output: PagedList {}
extension OpenItems.Output: PagedList {}
extension ListParcels.Output: PagedList {}
extension ListToShip.Output: PagedList {}
extension ListBackorders.Output: PagedList {}
extension ListStock.Output: PagedList {}
extension ListParties.Output: PagedList {}
extension ListProducts.Output: PagedList {}
extension ListPriceLists.Output: PagedList {}
extension ListPrices.Output: PagedList {}
