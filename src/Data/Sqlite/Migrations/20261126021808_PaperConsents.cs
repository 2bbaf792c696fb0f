using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PaperConsents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "form_reference",
                table: "sharing_consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recorded_by",
                table: "sharing_consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "signed_on",
                table: "sharing_consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_by",
                table: "sharing_consents",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "form_reference",
                table: "sharing_consents");

            migrationBuilder.DropColumn(
                name: "recorded_by",
                table: "sharing_consents");

            migrationBuilder.DropColumn(
                name: "signed_on",
                table: "sharing_consents");

            migrationBuilder.DropColumn(
                name: "taken_by",
                table: "sharing_consents");
        }
    }
}
