public import DjetStore

/// The shipped business: sales, accounting and logistics. Each room extends it with its own share.
public enum Business {
    /// The model functions of the business.
    public static var functions: [any ModelFunction.Type] {
        orders + parties + goods + imports + invoices + taxes + ledger + bank + logistics
    }

    private static var orders: [any ModelFunction.Type] {
        [
            PlaceOrder.self, ChangeOrder.self, ConfirmOrder.self, CancelOrder.self, CloseOrder.self,
            ReturnLines.self, ImportOrders.self, ImportShop.self, OrderTotals.self, ListOrders.self,
            FindOrder.self, SetTimeZone.self, SetCurrency.self, SetUpRoles.self, WorkToDo.self,
        ]
    }

    private static var parties: [any ModelFunction.Type] {
        [
            SetCustomer.self, FindCustomer.self, ListCustomers.self, ImportCustomers.self,
            ExportCustomers.self, SetSupplier.self, FindSupplier.self, ListSuppliers.self,
            ImportSuppliers.self, ExportSuppliers.self,
        ]
    }

    private static var goods: [any ModelFunction.Type] {
        [
            SetProduct.self, FindProduct.self, ListProducts.self, ImportProducts.self, ExportProducts.self,
            SetPriceList.self, FindPriceList.self, ListPriceLists.self, SetPrice.self, ListPrices.self,
            ImportPrices.self, ExportPrices.self,
        ]
    }

    private static var imports: [any ModelFunction.Type] {
        [
            PreviewImport<ImportOrders>.self, PreviewImport<ImportCustomers>.self,
            PreviewImport<ImportSuppliers>.self, PreviewImport<ImportProducts>.self,
            PreviewImport<ImportPrices>.self, PreviewImport<ImportTaxRates>.self,
            CheckImport<ImportOrders>.self, CheckImport<ImportCustomers>.self,
            CheckImport<ImportSuppliers>.self, CheckImport<ImportProducts>.self,
            CheckImport<ImportPrices>.self, CheckImport<ImportTaxRates>.self, SaveImportMapping.self,
            ListImportMappings.self, RenameImportMapping.self, RemoveImportMapping.self,
        ]
    }

    private static var invoices: [any ModelFunction.Type] {
        [
            InvoiceOrder.self, InvoiceOpenOrders.self, ExportInvoices.self, ListInvoices.self,
            FindInvoice.self, MonthTotals.self, FindDocument.self, WriteUBL.self, PrintInvoices.self,
            ExportDocuments.self,
        ]
    }

    private static var taxes: [any ModelFunction.Type] {
        [
            SetSeller.self, FindSeller.self, SetTaxRate.self, ListTaxRates.self, ImportTaxRates.self,
            ExportTaxRates.self, TaxReport.self,
        ]
    }

    private static var ledger: [any ModelFunction.Type] {
        [
            ListAccounts.self, ImportAccounts.self, SetLedgerRole.self, PostEntry.self, ReverseEntry.self,
            ClosePeriod.self, ReopenPeriod.self, RecordPayment.self, SettleCredits.self, TrialBalance.self,
            ProfitAndLoss.self, BalanceSheet.self, AccountStatement.self, OpenItems.self, LedgerTotals.self,
            FindEntry.self, FindPayment.self, ListPayments.self, FindBooks.self, FindInvoiceItem.self,
        ]
    }

    private static var bank: [any ModelFunction.Type] {
        [
            ImportStatement.self, AssignBankLine.self, ListBankLines.self, FindBankLine.self, Dun.self,
            SetDunningLevels.self, ListDunningLevels.self, ListReminders.self, FindReminder.self,
            ExportReminders.self,
        ]
    }

    private static var logistics: [any ModelFunction.Type] {
        [
            ReceiveGoods.self, ReceiveOrdered.self, CountStock.self, MoveStock.self, ListStock.self,
            ListMoves.self, CheckStock.self, SetStocked.self, AddWarehouse.self, ReserveOrder.self,
            ReleaseOrder.self, FindDelivery.self, PickOrders.self, ListToShip.self, ListBackorders.self,
            ShipOrder.self, ShipAvailable.self, ShipOpenOrders.self, ReceiveReturn.self, ListParcels.self,
            FindParcel.self, SetTracking.self, FindDeliveryNote.self,
        ]
    }

    /// Returns the tables and SQL functions of the business.
    public static func sql() throws -> SQLSet { try DjetSQL.set(home: "business") }
}
