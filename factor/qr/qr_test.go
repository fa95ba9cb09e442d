package qr_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/factor/qr"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

func draw(t *testing.T, text string) image.Image {
	t.Helper()
	data, err := qr.PNG(text)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func TestAScannerReadsWhatWasDrawn(t *testing.T) {
	for _, text := range []string{
		"otpauth://totp/MFAUser@123456789012?secret=" + strings.Repeat("A2B3", 16) + "&issuer=Cardea",
		"otpauth://totp/" + strings.Repeat("n", 128) + "@" + strings.Repeat("a", 63) + "?secret=" + strings.Repeat("7", 64),
		"x",
	} {
		bitmap, err := gozxing.NewBinaryBitmapFromImage(draw(t, text))
		if err != nil {
			t.Fatal(err)
		}
		read, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil {
			t.Fatalf("the picture of %d characters cannot be read: %v", len(text), err)
		}
		if read.GetText() != text {
			t.Errorf("read %q, want %q", read.GetText(), text)
		}
	}
}

func TestThereIsAQuietZoneOfFourModules(t *testing.T) {
	picture := draw(t, "otpauth://totp/a@b?secret=AAAA")
	side, module := picture.Bounds().Dx(), 6
	for i := range side {
		for d := range 4 * module {
			for _, p := range []image.Point{{i, d}, {d, i}, {i, side - 1 - d}, {side - 1 - d, i}} {
				if r, _, _, _ := picture.At(p.X, p.Y).RGBA(); r != 0xffff {
					t.Fatalf("a dark pixel at %v", p)
				}
			}
		}
	}
	if r, _, _, _ := picture.At(4*module, 4*module).RGBA(); r != 0 {
		t.Error("the finder pattern does not begin after four modules")
	}
}

func TestATextThatIsTooLongIsRefused(t *testing.T) {
	if _, err := qr.PNG(strings.Repeat("x", 5000)); err == nil {
		t.Error("5,000 characters fit into a QR code")
	}
}
