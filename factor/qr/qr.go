// Package qr draws QR codes as PNG pictures that cameras read.
package qr

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"github.com/boombuler/barcode/qr"
)

const (
	quietZone = 4 // modules of white around the code. ISO/IEC 18004 asks for four
	scale     = 6 // pixels of a module
)

// PNG draws a text as a QR code, black on white, with a quiet zone of four modules. It fails if the text is too long for a QR code.
func PNG(text string) ([]byte, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return nil, fmt.Errorf("encode a QR code: %w", err)
	}
	modules := code.Bounds().Dx()
	side := (modules + 2*quietZone) * scale
	picture := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range modules {
		for x := range modules {
			if dark(code.At(x, y)) {
				fill(picture, (x+quietZone)*scale, (y+quietZone)*scale)
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return out.Bytes(), nil
}

func dark(c color.Color) bool { return color.GrayModel.Convert(c).(color.Gray).Y < 128 }

func fill(picture *image.Paletted, left, top int) {
	for y := top; y < top+scale; y++ {
		for x := left; x < left+scale; x++ {
			picture.SetColorIndex(x, y, 1)
		}
	}
}
